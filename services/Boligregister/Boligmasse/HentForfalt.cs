using System.ComponentModel;
using Boligsosial.Boligregister.Boligmasse.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>Which of the municipality's own dwellings must be surveyed, and which inspected: those never seen, and those seen too long ago.</summary>
internal static class HentForfalt
{
    private static readonly DateOnly Foerst = new(2000, 1, 1);

    /// <summary>A dwelling that is due.</summary>
    /// <param name="BoligId">The dwelling.</param>
    /// <param name="Omraade">Housing area.</param>
    /// <param name="Adresse">Street and number.</param>
    /// <param name="Sist">When it was last looked at; null: never.</param>
    public sealed record Forfalt(Guid BoligId, string Omraade, string Adresse, DateOnly? Sist);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tilstand/forfalt", Tilstand)
            .Krever(Tilganger.LesBoligmasse)
            .WithTags("Tilstand og tilsyn")
            .WithName("HentForfaltTilstand")
            .WithSummary("Hent boliger som skal tilstandsvurderes")
            .WithDescription("Boliger kommunen eier, sist vurdert for lenge siden eller aldri (NS 3424, kommuneprofilen sier hvor ofte). Koder: ugyldig (400).")
            .ProducesProblem(400);
        api.MapGet("/tilsyn/forfalt", Tilsyn)
            .Krever(Tilganger.LesBoligmasse)
            .WithTags("Tilstand og tilsyn")
            .WithName("HentForfaltTilsyn")
            .WithSummary("Hent boliger som mangler tilsyn")
            .WithDescription("Boliger kommunen eier, uten tilsyn det siste året (kommuneprofilen sier hvor ofte). Koder: ugyldig (400).")
            .ProducesProblem(400);
    }

    private static Task<Results<Ok<Side<Forfalt>>, ProblemHttpResult>> Tilstand(
        [Description("Slik det er denne dagen; i dag når den ikke er oppgitt.")] DateOnly? dato, int? antall, string? etter,
        BoligregisterDb db, Kommuneprofil profil, TimeProvider tid, CancellationToken avbrutt) =>
        Hent(dato, antall, etter, tid.Idag(), profil.Boligmasse.TilstandHvertAar * 12, (dag, sett, fra, flest) => db.Database.SqlQuery<Forfalt>(
            $"""
            SELECT b.id AS "BoligId", b.omraade AS "Omraade", concat(b.gatenavn, ' ' || b.husnummer, b.husbokstav) AS "Adresse", s.sist AS "Sist"
            FROM bolig b CROSS JOIN LATERAL (SELECT max(t.dato) AS sist FROM tilstandsregistrering t WHERE t.bolig_id = b.id AND t.dato <= {dag}) s
            WHERE b.disposisjonsform = 'eid' AND b.status <> 'avhendet' AND b.id > {fra} AND (s.sist IS NULL OR s.sist <= {sett})
            ORDER BY b.id LIMIT {flest}
            """).ToListAsync(avbrutt));

    private static Task<Results<Ok<Side<Forfalt>>, ProblemHttpResult>> Tilsyn(
        [Description("Slik det er denne dagen; i dag når den ikke er oppgitt.")] DateOnly? dato, int? antall, string? etter,
        BoligregisterDb db, Kommuneprofil profil, TimeProvider tid, CancellationToken avbrutt) =>
        Hent(dato, antall, etter, tid.Idag(), profil.Boligmasse.TilsynHverMaaned, (dag, sett, fra, flest) => db.Database.SqlQuery<Forfalt>(
            $"""
            SELECT b.id AS "BoligId", b.omraade AS "Omraade", concat(b.gatenavn, ' ' || b.husnummer, b.husbokstav) AS "Adresse", s.sist AS "Sist"
            FROM bolig b CROSS JOIN LATERAL (SELECT max(t.dato) AS sist FROM tilsyn t WHERE t.bolig_id = b.id AND t.dato <= {dag}) s
            WHERE b.disposisjonsform = 'eid' AND b.status <> 'avhendet' AND b.id > {fra} AND (s.sist IS NULL OR s.sist <= {sett})
            ORDER BY b.id LIMIT {flest}
            """).ToListAsync(avbrutt));

    private static async Task<Results<Ok<Side<Forfalt>>, ProblemHttpResult>> Hent(
        DateOnly? dato, int? antall, string? etter, DateOnly idag, int maaneder, Func<DateOnly, DateOnly, Guid, int, Task<List<Forfalt>>> finn)
    {
        var dag = dato ?? idag;
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);
        if (dag < Foerst || dag > idag.AddYears(10))
            return Problem.Invalid([new Avvisning("ugyldig-verdi", $"Må være fra {Foerst:yyyy-MM-dd} til om ti år.", Felt: "dato")]);

        var rader = await finn(dag, Forfall.SistSettTilOgMed(dag, maaneder), valg.Etter ?? Guid.Empty, valg.Antall + 1);
        return TypedResults.Ok(valg.Side(rader, f => f.BoligId));
    }
}
