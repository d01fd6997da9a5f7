using Boligsosial.Boligregister.Soeknader;
using Boligsosial.Boligregister.Venteliste.Regler;
using Boligsosial.ServiceDefaults.Access;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Venteliste;

/// <summary>One who waits for a dwelling, at a place.</summary>
internal sealed record Ventende(
    Guid SoeknadId, int Plass, int Poeng, string Type, Guid[] Soekere, Husstand Husstand, Behov Behov, string[] Kategorier, decimal? InntektPerMaaned, DateOnly GyldigTil, Fakta Fakta);

/// <summary>The waiting list of a unit on a day, and the criteria that it is ranked by.</summary>
/// <param name="Dag">The day.</param>
/// <param name="Kriterier">In force on that day.</param>
/// <param name="Alle">Those that the caller sees, at their true places: one that the caller does not see keeps its place.</param>
internal sealed record Rangering(DateOnly Dag, IReadOnlyList<Kriterium> Kriterier, IReadOnlyList<Ventende> Alle);

/// <summary>Who waits: those with a vedtak that grants it, whose application still holds.</summary>
internal static class Ventelisten
{
    /// <summary>
    /// Everyone who waits in the caller's unit, ranked. The caller of this logs whom it shows. Places are counted over all,
    /// also those whom the caller does not see (folkeregisterloven § 10-4): nobody gets another place for who looks.
    /// </summary>
    public static async Task<Rangering> Hent(BoligregisterDb db, Ventelisteprofil profil, Bruker bruker, DateOnly dag, CancellationToken avbrutt)
    {
        var iKraft = Prioritering.IKraft(profil.Kriterier, dag);
        var rader = await db.Database.SqlQuery<Rad>(
            $"""
            WITH venter AS MATERIALIZED (
                SELECT * FROM soeknad WHERE enhet = {bruker.Enhet} AND status = 'innvilget' AND gyldig_til >= {dag} AND mottatt <= {dag}
            ), skjult AS (
                SELECT v.id FROM venter v CROSS JOIN unnest(v.soekere) AS s(ref)
                LEFT JOIN person p ON p.person_ref = s.ref LEFT JOIN person_enhet e ON e.person_ref = s.ref AND e.enhet = {bruker.Enhet}
                WHERE NOT {bruker.Skjermet} AND (e.person_ref IS NULL OR p.gradering <> 'ugradert')
            )
            SELECT id AS "Id", id IN (SELECT id FROM skjult) AS "Skjult", type AS "Type", soekere AS "Soekere", mottatt AS "Mottatt", gyldig_til AS "GyldigTil", voksne AS "Voksne",
                   barns_alder AS "BarnsAlder", situasjon AS "Situasjon", grupper AS "Grupper", soverom AS "Soverom", tilgjengelighet AS "Tilgjengelighet", omraader AS "Omraader",
                   skolekrets AS "Skolekrets", skjermet_behov AS "SkjermetBehov", naer_kollektiv AS "NaerKollektiv", kategorier AS "Kategorier", inntekt_per_maaned AS "InntektPerMaaned"
            FROM venter
            """).ToListAsync(avbrutt);
        var rangert = Prioritering.Ranger(iKraft, rader, r => r.Fakta, r => r.Id, dag);
        return new(dag, iKraft, [.. rangert.Select((r, nr) => (r.Poeng, Rad: r.Ventende, Plass: nr + 1)).Where(r => !r.Rad.Skjult).Select(r => r.Rad.Ventende(r.Plass, r.Poeng))]);
    }

    internal sealed record Rad(
        Guid Id, bool Skjult, string Type, Guid[] Soekere, DateOnly Mottatt, DateOnly GyldigTil, int Voksne, int[] BarnsAlder, string[] Situasjon, string[] Grupper, int? Soverom,
        string Tilgjengelighet, string[] Omraader, string? Skolekrets, bool SkjermetBehov, bool NaerKollektiv, string[] Kategorier, decimal? InntektPerMaaned)
    {
        /// <summary>The children stand youngest first.</summary>
        public Fakta Fakta => new(Situasjon, BarnsAlder.Length == 0 ? null : BarnsAlder[0], Grupper, Mottatt);

        public Ventende Ventende(int plass, int poeng) => new(
            Id, plass, poeng, Type, Soekere, new(Voksne, BarnsAlder), new(Soverom, Tilgjengelighet, Omraader, Skolekrets, SkjermetBehov, NaerKollektiv), Kategorier, InntektPerMaaned, GyldigTil, Fakta);
    }
}
