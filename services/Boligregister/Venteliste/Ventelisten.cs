using System.Text.Json;
using Boligsosial.Boligregister.Soeknader;
using Boligsosial.Boligregister.Venteliste.Regler;
using Boligsosial.ServiceDefaults.Access;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Boligsosial.Boligregister.Venteliste;

/// <summary>One who waits for a dwelling, at a place.</summary>
internal sealed record Ventende(
    Guid SoeknadId, int Plass, int Poeng, string Type, Guid[] Soekere, Husstand Husstand, Behov Behov, string[] Kategorier, decimal? InntektPerMaaned, DateOnly GyldigTil, Fakta Fakta);

/// <summary>The waiting list of a unit on a day, and the criteria that it is ranked by.</summary>
/// <param name="Dag">The day.</param>
/// <param name="Kriterier">In force on that day.</param>
/// <param name="Plasser">Every place, also of those whom the caller does not see: no more of them than what it is computed from.</param>
/// <param name="Alle">Those that the caller sees, at their true places: one that the caller does not see keeps its place.</param>
internal sealed record Rangering(DateOnly Dag, IReadOnlyList<Kriterium> Kriterier, IEnumerable<Ventelisten.Plass> Plasser, IReadOnlyList<Ventende> Alle);

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
                SELECT * FROM soeknad WHERE enhet = {bruker.Enhet} AND status = 'innvilget' AND gyldig_til + 1 > {dag} AND mottatt <= {dag}
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
        return new(
            dag, iKraft, rangert.Select((r, nr) => r.Ventende.Plass(nr + 1, r.Poeng)),
            [.. rangert.Select((r, nr) => (r.Poeng, Rad: r.Ventende, Plass: nr + 1)).Where(r => !r.Rad.Skjult).Select(r => r.Rad.Ventende(r.Plass, r.Poeng))]);
    }

    /// <summary>All places, also those of people whom the caller does not see: with no more of them than what a place is computed from.</summary>
    public static async Task<(IReadOnlyList<Kriterium> Kriterier, List<Plass> Plasser)> Plasser(BoligregisterDb db, Ventelisteprofil profil, Bruker bruker, DateOnly dag, CancellationToken avbrutt)
    {
        var iKraft = Prioritering.IKraft(profil.Kriterier, dag);
        var rader = await db.Database.SqlQuery<Plass>(
            $"""
            SELECT 0 AS "Nr", id AS "SoeknadId", 0 AS "Poeng", mottatt AS "Mottatt", barns_alder[1] AS "YngsteBarn", situasjon AS "Situasjon", grupper AS "Grupper"
            FROM soeknad WHERE enhet = {bruker.Enhet} AND status = 'innvilget' AND gyldig_til + 1 > {dag} AND mottatt <= {dag}
            """).ToListAsync(avbrutt);
        return (iKraft, Nummerert(iKraft, rader, dag));
    }

    /// <summary>
    /// Keeps the list as it is, so that every place can be computed again (<see cref="Den"/>). In the transaction that is
    /// open on <paramref name="db"/>.
    /// </summary>
    public static async Task<Guid> Ta(BoligregisterDb db, Bruker bruker, DateOnly dag, IReadOnlyList<Kriterium> iKraft, IEnumerable<Plass> plasser, CancellationToken avbrutt)
    {
        var id = Guid.CreateVersion7();
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO venteliste_oeyeblikksbilde (id, enhet, dag, tatt_av, kriterier) VALUES ({id}, {bruker.Enhet}, {dag}, {bruker.Navn}, {JsonSerializer.Serialize(iKraft)}::jsonb)", avbrutt);
        await using var kopi = await ((NpgsqlConnection)db.Database.GetDbConnection()).BeginBinaryImportAsync(
            "COPY venteliste_rad (oeyeblikksbilde_id, plass, soeknad_id, poeng, mottatt, yngste_barn, situasjon, grupper) FROM STDIN (FORMAT binary)", avbrutt);
        foreach (var plass in plasser)
            await kopi.WriteRowAsync(avbrutt, [id, plass.Nr, plass.SoeknadId, plass.Poeng, plass.Mottatt, plass.YngsteBarn, plass.Situasjon, plass.Grupper]);
        await kopi.CompleteAsync(avbrutt);
        return id;
    }

    /// <summary>The list as it was kept, each place computed again from what was stored with it; null when the caller's unit has none such.</summary>
    public static async Task<Oeyeblikksbilde?> Den(BoligregisterDb db, Guid id, Bruker bruker, CancellationToken avbrutt)
    {
        if (await db.Database.SqlQuery<Hode>(
                $"SELECT dag AS \"Dag\", tatt_av AS \"TattAv\", kriterier::text AS \"Kriterier\" FROM venteliste_oeyeblikksbilde WHERE id = {id} AND enhet = {bruker.Enhet}")
            .SingleOrDefaultAsync(avbrutt) is not { } hode)
            return null;
        var lagret = await db.Database.SqlQuery<Plass>(
            $"""
            SELECT plass AS "Nr", soeknad_id AS "SoeknadId", poeng AS "Poeng", mottatt AS "Mottatt", yngste_barn AS "YngsteBarn", situasjon AS "Situasjon", grupper AS "Grupper"
            FROM venteliste_rad WHERE oeyeblikksbilde_id = {id}
            """).ToListAsync(avbrutt);
        var kriterier = JsonSerializer.Deserialize<List<Kriterium>>(hode.Kriterier)!;
        var paaNytt = Nummerert(kriterier, lagret, hode.Dag);
        var stemmer = lagret.Select(p => (p.Nr, p.SoeknadId, p.Poeng)).ToHashSet().SetEquals(paaNytt.Select(p => (p.Nr, p.SoeknadId, p.Poeng)));
        return new(hode.Dag, hode.TattAv, kriterier, paaNytt, stemmer);
    }

    private static List<Plass> Nummerert(IReadOnlyList<Kriterium> iKraft, List<Plass> rader, DateOnly dag) =>
        [.. Prioritering.Ranger(iKraft, rader, r => r.Fakta, r => r.SoeknadId, dag).Select((r, nr) => r.Ventende with { Nr = nr + 1, Poeng = r.Poeng })];

    /// <summary>A place and what it is computed from.</summary>
    internal sealed record Plass(int Nr, Guid SoeknadId, int Poeng, DateOnly Mottatt, int? YngsteBarn, string[] Situasjon, string[] Grupper)
    {
        public Fakta Fakta => new(Situasjon, YngsteBarn, Grupper, Mottatt);
    }

    /// <summary>The list as it was kept.</summary>
    /// <param name="Dag">The day.</param>
    /// <param name="TattAv">Who kept it.</param>
    /// <param name="Kriterier">In force on that day.</param>
    /// <param name="Rader">Everyone's place, computed again.</param>
    /// <param name="Stemmer">Whether that gives the places that were stored.</param>
    internal sealed record Oeyeblikksbilde(DateOnly Dag, string TattAv, IReadOnlyList<Kriterium> Kriterier, List<Plass> Rader, bool Stemmer);

    private sealed record Hode(DateOnly Dag, string TattAv, string Kriterier);

    internal sealed record Rad(
        Guid Id, bool Skjult, string Type, Guid[] Soekere, DateOnly Mottatt, DateOnly GyldigTil, int Voksne, int[] BarnsAlder, string[] Situasjon, string[] Grupper, int? Soverom,
        string Tilgjengelighet, string[] Omraader, string? Skolekrets, bool SkjermetBehov, bool NaerKollektiv, string[] Kategorier, decimal? InntektPerMaaned)
    {
        /// <summary>The children stand youngest first.</summary>
        public Fakta Fakta => new(Situasjon, BarnsAlder.Length == 0 ? null : BarnsAlder[0], Grupper, Mottatt);

        public Plass Plass(int nr, int poeng) => new(nr, Id, poeng, Mottatt, Fakta.YngsteBarn, Situasjon, Grupper);

        public Ventende Ventende(int plass, int poeng) => new(
            Id, plass, poeng, Type, Soekere, new(Voksne, BarnsAlder), new(Soverom, Tilgjengelighet, Omraader, Skolekrets, SkjermetBehov, NaerKollektiv), Kategorier, InntektPerMaaned, GyldigTil, Fakta);
    }
}
