using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>A place is out of service for some days. Days to make it ready after the last guest are part of it, not beside it; who stays there is moved first.</summary>
internal static class StengPlass
{
    public static readonly Dictionary<string, Avvisning> Opptatt = new(StringComparer.Ordinal)
    {
        ["plass_opptatt"] = new("plass-opptatt", "Plassen er opptatt, under klargjøring eller stengt i noe av tiden."),
    };

    /// <summary>Which days.</summary>
    /// <param name="Fra">First day.</param>
    /// <param name="Til">The day it is open again.</param>
    /// <param name="Aarsak">Why.</param>
    public sealed record Request([property: Required] DateOnly? Fra, [property: Required] DateOnly? Til, string? Aarsak);

    public static void Map(IEndpointRouteBuilder plasser) => plasser.MapPost("/{id:guid}/stengninger", Handle)
        .Krever(Tilganger.Plasser)
        .WithName(nameof(StengPlass))
        .WithSummary("Steng en plass for noen dager")
        .WithDescription("Kan sendes med Idempotency-Key. Koder: ugyldig (400), finnes-ikke (404), plass-opptatt (409).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409)
        .WithIdempotency();

    private static async Task<Results<Created<HentStengninger.Stengning>, ProblemHttpResult>> Handle(Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, HttpContext http)
    {
        var feil = Fritekst.Kreves("aarsak", request.Aarsak).ToList();
        if (request.Fra is not { Year: >= 2010 and <= 2199 })
            feil.Add(new("ugyldig-verdi", "Må være fra 2010 til 2199.", Felt: "fra"));
        if (request.Til <= request.Fra || request.Til is not { Year: <= 2199 })
            feil.Add(new("ugyldig-verdi", "Må være etter fra, og før 2200.", Felt: "til"));
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(http.RequestAborted) : null;
        if (await db.LaasPlass(id, bruker.Enhet, http.RequestAborted) is null)
            return Problem.NotFound("Plassen");
        var (fra, til) = (request.Fra!.Value, request.Til!.Value);
        await db.Database.ExecuteSqlAsync($"UPDATE plassbelegg SET klar = {fra} WHERE plass_id = {id} AND til <= {fra} AND klar > {fra}", http.RequestAborted);
        var stengt = new Plassbelegg { PlassId = id, Fra = fra, Til = til, Klar = til, Pris = 0, Aarsak = request.Aarsak };
        db.Add(stengt);
        if (await db.TrySave(Opptatt, http.RequestAborted) is { } avvisning)
            return Problem.From(avvisning, StatusCodes.Status409Conflict);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(http.RequestAborted);
        return TypedResults.Created($"{http.Request.Path.Value!.TrimEnd('/')}/{stengt.Id}", new HentStengninger.Stengning(stengt.Id, fra, til, request.Aarsak!));
    }
}
