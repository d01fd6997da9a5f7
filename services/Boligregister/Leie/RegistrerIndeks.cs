using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>The konsumprisindeks of a month, from Statistisk sentralbyrå's table 14710 (2025 = 100).</summary>
internal static class RegistrerIndeks
{
    /// <summary>An index number.</summary>
    /// <param name="Verdi">2025 = 100.</param>
    public sealed record Request([property: Required, Range(1, 10_000)] decimal? Verdi);

    /// <summary>A month's index.</summary>
    /// <param name="Maaned">The first day of the month.</param>
    /// <param name="Verdi">2025 = 100.</param>
    /// <param name="RegistrertAv">By whom, or from where.</param>
    public sealed record Indeks(DateOnly Maaned, decimal Verdi, string RegistrertAv);

    /// <summary>All that are registered.</summary>
    public sealed record Indekser(IReadOnlyList<Indeks> Innhold);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/konsumprisindeks", Hent)
            .Krever(Tilganger.LesBoliger)
            .WithTags("Leieforhold")
            .WithName("HentIndekser")
            .WithSummary("Hent konsumprisindeksen")
            .WithDescription("Statistisk sentralbyrå, tabell 14710, de månedene som er registrert, nyeste først. Koder: ingen egne.");
        api.MapPut("/konsumprisindeks/{maaned}", Handle)
            .Krever(Tilganger.EndreLeieforhold)
            .WithTags("Leieforhold")
            .WithName(nameof(RegistrerIndeks))
            .WithSummary("Registrer konsumprisindeksen for en måned")
            .WithDescription("Måneden skrives som sin første dag, 2026-07-01. En måned som er brukt i en regulering, kan ikke endres. Koder: ugyldig (400), indeks-brukt (409), dato-i-framtiden (422).")
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Ok<Indekser>> Hent(BoligregisterDb db, CancellationToken avbrutt) => TypedResults.Ok(new Indekser(await db.Database.SqlQuery<Indeks>(
        $"""SELECT maaned AS "Maaned", verdi AS "Verdi", registrert_av AS "RegistrertAv" FROM konsumprisindeks ORDER BY maaned DESC""").ToListAsync(avbrutt)));

    private static async Task<Results<Ok<Indeks>, ProblemHttpResult>> Handle(
        DateOnly maaned, Request request, BoligregisterDb db, TimeProvider tid, Bruker bruker, CancellationToken avbrutt)
    {
        if (maaned.Day != 1 || maaned.Year < 1990)
            return Problem.Invalid([new("ugyldig-verdi", "Skrives som månedens første dag, for eksempel 2026-07-01.", Felt: "maaned")]);
        if (Datokontroll.Kontroller(maaned, tid.Idag(), felt: "maaned") is { } nei)
            return Problem.From(nei);

        var verdi = Math.Round(request.Verdi!.Value, 2);
        var skrevet = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO konsumprisindeks (maaned, verdi, registrert_av) VALUES ({maaned}, {verdi}, {bruker.Navn})
            ON CONFLICT (maaned) DO UPDATE SET verdi = excluded.verdi, registrert_av = excluded.registrert_av
            WHERE konsumprisindeks.verdi <> excluded.verdi AND NOT EXISTS (SELECT FROM leiefastsettelse WHERE kpi_maaned = excluded.maaned)
            """, avbrutt);
        var naa = await db.Database.SqlQuery<Indeks>(
            $"""SELECT maaned AS "Maaned", verdi AS "Verdi", registrert_av AS "RegistrertAv" FROM konsumprisindeks WHERE maaned = {maaned}""").SingleAsync(avbrutt);
        return skrevet == 0 && naa.Verdi != verdi
            ? SynligeLeieforhold.Tilstand("indeks-brukt", $"Leie er regulert etter {naa.Verdi} for denne måneden.")
            : TypedResults.Ok(naa);
    }
}
