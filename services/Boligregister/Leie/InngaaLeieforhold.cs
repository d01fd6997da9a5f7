using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>Enters into a lease for the caller's unit.</summary>
internal static class InngaaLeieforhold
{
    private const int Flestleietakere = 20;

    private static readonly Dictionary<string, Avvisning> Skranker = new(StringComparer.Ordinal)
    {
        ["leieforhold_overlapper"] = new("bolig-utleid", "Boligen er utleid i hele eller deler av perioden.", Felt: "boligId"),
    };

    /// <summary>A lease to enter into.</summary>
    /// <param name="BoligId">The dwelling.</param>
    /// <param name="Fra">The first day.</param>
    /// <param name="Til">The day after the last; null: tidsubestemt.</param>
    /// <param name="Maanedsleie">Kroner a month.</param>
    /// <param name="Leietakere">The tenants (personRef), 1 to 20, registered for the caller's unit.</param>
    public sealed record Request(
        [property: Required] Guid? BoligId, [property: Required] DateOnly? Fra, DateOnly? Til, [property: Required, Range(0, 1_000_000)] decimal? Maanedsleie,
        [property: Required, MinLength(1), MaxLength(Flestleietakere)] PersonRef[]? Leietakere);

    public static void Map(IEndpointRouteBuilder leieforhold) => leieforhold.MapPost("/", Handle)
        .Krever(Tilganger.InngaaLeieforhold)
        .WithName(nameof(InngaaLeieforhold))
        .WithSummary("Inngå et leieforhold")
        .WithDescription("Perioden er halvåpen, [fra, til). Kan sendes med Idempotency-Key. Koder: ugyldig (400), bolig-utleid (409), bolig-finnes-ikke, person-finnes-ikke, til-foer-fra (422).")
        .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<LeieforholdSvar>, ProblemHttpResult>> Handle(
        Request request, BoligregisterDb db, Personer personer, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var leietakere = request.Leietakere!.Distinct().ToArray();
        if (request.Til <= request.Fra)
            return Problem.From(new("til-foer-fra", "Siste dag må være etter den første.", Felt: "til"));
        if (!await db.Boliger.AnyAsync(b => b.Id == request.BoligId, http.RequestAborted))
            return Problem.From(new("bolig-finnes-ikke", "Boligen finnes ikke i registeret.", Felt: "boligId"));
        if (await personer.Ukjente(leietakere, bruker, http.RequestAborted) is { Count: > 0 })
            return Problem.From(new("person-finnes-ikke", "Minst én av leietakerne er ikke registrert for enheten din.", Felt: "leietakere"));

        var leieforhold = new Leieforhold
        {
            Id = Guid.CreateVersion7(),
            BoligId = request.BoligId!.Value,
            Enhet = bruker.Enhet,
            Fra = request.Fra!.Value,
            Til = request.Til,
            Maanedsleie = request.Maanedsleie!.Value,
            Leietakere = [.. leietakere.Select(l => l.Verdi)],
        };
        db.Add(leieforhold);
        foreach (var person in leietakere)
            logg.Skriv(db, bruker, new(Handling.Skrevet, person, "leieforhold", "saksbehandling", leieforhold.Sak));
        if (await db.TrySave(Skranker, http.RequestAborted) is { } avvisning)
            return Problem.From(avvisning, StatusCodes.Status409Conflict);

        Etag.Set(http, leieforhold.Versjon);
        return TypedResults.Created($"{http.Request.Path}/{leieforhold.Id}", new LeieforholdSvar(leieforhold));
    }
}
