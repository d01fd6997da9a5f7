using System.ComponentModel;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>How much of the stock has been surveyed: year by year, and in all of the last round. Stjørdal's measure 12: 20 % a year, all in five.</summary>
internal static class HentTilstandsdekning
{
    /// <summary>A year.</summary>
    /// <param name="Aar">The year.</param>
    /// <param name="Boliger">Dwellings surveyed in it.</param>
    /// <param name="Prosent">Of those there are today.</param>
    public sealed record Aarsdekning(int Aar, int Boliger, decimal Prosent);

    /// <summary>Dwellings by their last tilstandsgrad.</summary>
    /// <param name="Tilstandsgrad">0–3, NS 3424.</param>
    /// <param name="Boliger">Dwellings.</param>
    public sealed record Grad(int Tilstandsgrad, int Boliger);

    /// <summary>The coverage.</summary>
    /// <param name="Boliger">Dwellings that the municipality owns today.</param>
    /// <param name="MaalProsentPerAar">What the kommuneprofil aims at: 100 over the years of a round.</param>
    /// <param name="Dekket">Dwellings surveyed at least once in the years shown.</param>
    /// <param name="DekketProsent">The same, of all.</param>
    /// <param name="PerAar">Year by year, the one asked for last.</param>
    /// <param name="Grader">Those covered, by the last of their surveys.</param>
    public sealed record Response(int Boliger, decimal MaalProsentPerAar, int Dekket, decimal DekketProsent, IReadOnlyList<Aarsdekning> PerAar, IReadOnlyList<Grad> Grader);

    private sealed record Rad(int Aar, int? Tilstandsgrad, int Boliger);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/tilstand/dekning", Handle)
        .Krever(Tilganger.LesBoligmasse)
        .WithTags("Tilstand og tilsyn")
        .WithName(nameof(HentTilstandsdekning))
        .WithSummary("Hent hvor mye av boligmassen som er tilstandsvurdert")
        .WithDescription("De siste fem årene, eller så mange som kommuneprofilen sier. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        [Description("Siste år; i år når det ikke er oppgitt.")] int? aar, BoligregisterDb db, Kommuneprofil profil, TimeProvider tid, CancellationToken avbrutt)
    {
        var siste = aar ?? tid.Idag().Year;
        if (siste < 2000 || siste > tid.Idag().Year)
            return Problem.Invalid([new Avvisning("ugyldig-verdi", $"Må være fra 2000 til {tid.Idag().Year}.", Felt: "aar")]);

        var lengde = profil.Boligmasse.TilstandHvertAar;
        var (foerste, fra, til) = (siste - lengde + 1, new DateOnly(siste - lengde + 1, 1, 1), new DateOnly(siste, 12, 31));

        // Each year's distinct dwellings with a null grad; and each dwelling once, with the grad of its last survey, as year 0.
        var rader = await db.Database.SqlQuery<Rad>(
            $"""
            WITH eid AS (SELECT id FROM bolig WHERE disposisjonsform = 'eid' AND status <> 'avhendet'),
            vurdert AS (SELECT t.bolig_id, t.dato, t.tilstandsgrad FROM tilstandsregistrering t JOIN eid ON eid.id = t.bolig_id WHERE t.dato BETWEEN {fra} AND {til})
            SELECT extract(year FROM dato)::int AS "Aar", NULL::int AS "Tilstandsgrad", count(DISTINCT bolig_id)::int AS "Boliger" FROM vurdert GROUP BY 1
            UNION ALL
            SELECT 0, tilstandsgrad, count(*)::int FROM (SELECT DISTINCT ON (bolig_id) tilstandsgrad FROM vurdert ORDER BY bolig_id, dato DESC) siste GROUP BY 2
            UNION ALL
            SELECT -1, NULL, count(*)::int FROM eid
            """).ToListAsync(avbrutt);

        var boliger = rader.Single(r => r.Aar == -1).Boliger;
        var dekket = rader.Where(r => r.Aar == 0).Sum(r => r.Boliger);
        return TypedResults.Ok(new Response(
            boliger,
            decimal.Round(100m / lengde, 1),
            dekket,
            Prosent(dekket),
            [.. Enumerable.Range(foerste, lengde).Select(a => (Aar: a, Boliger: rader.SingleOrDefault(r => r.Aar == a)?.Boliger ?? 0)).Select(a => new Aarsdekning(a.Aar, a.Boliger, Prosent(a.Boliger)))],
            [.. rader.Where(r => r.Aar == 0).OrderBy(r => r.Tilstandsgrad).Select(r => new Grad(r.Tilstandsgrad!.Value, r.Boliger))]));

        decimal Prosent(int antall) => boliger == 0 ? 0 : decimal.Round(100m * antall / boliger, 1);
    }
}
