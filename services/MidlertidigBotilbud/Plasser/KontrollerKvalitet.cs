using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>Somebody has looked at a place: what it has of the checklist, on which day. All are kept; the newest counts.</summary>
internal static class KontrollerKvalitet
{
    private static readonly DateOnly Tidligst = new(2010, 1, 1);

    /// <summary>What was seen.</summary>
    /// <param name="Oppfylt">What it has: «bad-og-wc», «matlaging», «klesvask», «privatliv», «besoek».</param>
    /// <param name="Merknad">In own words.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required, MaxLength(20)] Kvalitet[]? Oppfylt, string? Merknad, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder plasser) => plasser.MapPost("/{id:guid}/kvalitetskontroll", Handle)
        .Krever(Tilganger.Plasser)
        .WithName(nameof(KontrollerKvalitet))
        .WithSummary("Registrer en kvalitetskontroll av en plass")
        .WithDescription("Alle beholdes; den nyeste gjelder. Koder: ugyldig (400), finnes-ikke (404), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422);

    private static async Task<Results<Ok<PlassSvar>, ProblemHttpResult>> Handle(Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, TimeProvider tid, HttpContext http)
    {
        var feil = Fritekst.Kontroller("merknad", request.Merknad).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        var dato = request.Dato ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag(), Tidligst) is { } feilDato)
            return Problem.From(feilDato);

        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(http.RequestAborted) : null;
        if (await db.LaasPlass(id, bruker.Enhet, http.RequestAborted) is not { } plass)
            return Problem.NotFound("Plassen");
        var oppfylt = request.Oppfylt!.Distinct().Order().Select(EnumNames<Kvalitet>.Of).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO kvalitetskontroll (id, plass_id, dato, oppfylt, merknad, av) VALUES ({Guid.CreateVersion7()}, {id}, {dato}, {oppfylt}, {request.Merknad}, {bruker.Navn})", http.RequestAborted);
        if (plass.KvalitetDato is null || dato >= plass.KvalitetDato)
            (plass.KvalitetDato, plass.KvalitetOppfylt) = (dato, oppfylt);
        await db.SaveChangesAsync(http.RequestAborted);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(http.RequestAborted);
        Etag.Set(http, plass.Versjon);
        return TypedResults.Ok(PlassSvar.Av(plass));
    }
}
