using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Husleie.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>
/// The month's krav for all leases of the unit that run in it, in one statement. A lease has one for a month, so the run can be
/// made again: then it makes those that are missing, of leases registered late.
/// </summary>
internal static class LagKrav
{
    private const int EldsteMaaneder = 36;

    /// <summary>Which month.</summary>
    /// <param name="Maaned">«2026-12»: at most next month.</param>
    /// <param name="Dato">The day the krav are made; today when left out.</param>
    public sealed record Request([property: Required] string? Maaned, DateOnly? Dato);

    /// <summary>What the run made, or would make.</summary>
    /// <param name="Maaned">The month.</param>
    /// <param name="Forfall">When they fall due.</param>
    /// <param name="Antall">Krav made now.</param>
    /// <param name="Sum">Their sum, kroner.</param>
    /// <param name="Proev">Nothing is written.</param>
    public sealed record Kravkjoering(string Maaned, DateOnly Forfall, int Antall, decimal Sum, bool Proev);

    public static void Map(IEndpointRouteBuilder husleie) => husleie.MapPost("/krav", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(LagKrav))
        .WithSummary("Lag månedens husleiekrav")
        .WithDescription(
            "For alle leieforhold i enheten som løper i måneden; for deler av en måned etter dager. Forfaller på profilens dag, aldri før profilens betalingsfrist er ute. "
            + "Kan kjøres igjen: et leieforhold får ett krav for en måned. proev=true viser antall og sum uten å skrive. Kan sendes med Idempotency-Key. "
            + "Koder: ugyldig (400), dato-i-framtiden, dato-for-tidlig, maaned-for-langt-fram, maaned-for-gammel (422).")
        .ProducesProblem(400).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Ok<Kravkjoering>, ProblemHttpResult>> Handle(
        Request request, [Description("Vis hva kjøringen ville lage.")] bool? proev,
        BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        if (!Maaneder.TryLes(request.Maaned, out var maaned))
            return Problem.Invalid([new("ugyldig-verdi", "Er ikke en måned (2026-12).", Felt: "maaned")]);
        var dato = request.Dato ?? tid.Idag();
        if ((Datokontroll.Kontroller(dato, tid.Idag(), Husleiekonto.Begynnelse) ?? Kontroller(maaned, dato)) is { } avvisning)
            return Problem.From(avvisning);

        var forfall = Maanedskrav.Forfall(maaned, dato, profil.Husleie.Forfallsdag, profil.Husleie.Betalingsfrist);
        if (proev == true)
        {
            var ville = (await Proev(db, bruker.Enhet, maaned, dato).ToListAsync(avbrutt))[0];
            return TypedResults.Ok(new Kravkjoering(request.Maaned!, forfall, ville.Antall, ville.Sum, Proev: true));
        }

        await using var transaksjon = await db.Begynn(avbrutt);
        await db.LaasReskontro(bruker.Enhet, avbrutt);
        var laget = (await Lag(db, bruker, maaned, dato, forfall, tid.GetUtcNow()).ToListAsync(avbrutt))[0];
        logg.SkrivKjoering(db, bruker, $"husleie/krav/{request.Maaned}");
        await db.Fullfoer(transaksjon, avbrutt);
        return TypedResults.Ok(new Kravkjoering(request.Maaned!, forfall, laget.Antall, laget.Sum, Proev: false));
    }

    private static Avvisning? Kontroller(DateOnly maaned, DateOnly dato) =>
        maaned > dato.AddMonths(1) ? new("maaned-for-langt-fram", "Krav kan lages for inneværende og neste måned.", Felt: "maaned")
        : maaned < dato.AddMonths(-EldsteMaaneder) ? new("maaned-for-gammel", $"Krav kan lages for de siste {EldsteMaaneder} månedene.", Felt: "maaned")
        : null;

    private static IQueryable<Laget> Proev(BoligregisterDb db, string enhet, DateOnly maaned, DateOnly dato) => db.Database.SqlQuery<Laget>(
        $"""
        SELECT count(*)::integer AS "Antall", coalesce(sum(beloep), 0) AS "Sum" FROM husleie_maanedskrav({enhet}, {maaned}, {dato}) k
        WHERE beloep > 0 AND NOT EXISTS (SELECT FROM husleiepost p WHERE p.maaned = {maaned} AND p.leieforhold_id = k.leieforhold_id AND p.type = 'krav')
        """);

    private static IQueryable<Laget> Lag(BoligregisterDb db, Bruker bruker, DateOnly maaned, DateOnly dato, DateOnly forfall, DateTimeOffset naa) => db.Database.SqlQuery<Laget>(
        $"""
        WITH laget AS (
            INSERT INTO husleiepost (leieforhold_id, type, dato, forfall, maaned, fordring, bokfoert_av, registrert)
            SELECT leieforhold_id, 'krav', {dato}, {forfall}, {maaned}, beloep, {bruker.Navn}, {naa}
            FROM husleie_maanedskrav({bruker.Enhet}, {maaned}, {dato}) WHERE beloep > 0 ORDER BY leieforhold_id
            ON CONFLICT (maaned, leieforhold_id) WHERE type = 'krav' DO NOTHING
            RETURNING fordring)
        SELECT count(*)::integer AS "Antall", coalesce(sum(fordring), 0) AS "Sum" FROM laget
        """);

    private sealed record Laget(int Antall, decimal Sum);
}
