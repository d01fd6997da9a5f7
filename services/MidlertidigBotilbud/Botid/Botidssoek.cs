using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt.Regler;
using Boligsosial.MidlertidigBotilbud.Botid.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Json;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>A household that has a stay today: how long, what waits, and on whom it hangs.</summary>
/// <param name="HusstandId">Which.</param>
/// <param name="OppholdId">The stay they have.</param>
/// <param name="HenvendelseId">What it came of: the case of the plan.</param>
/// <param name="Personer">Who (personRef).</param>
/// <param name="KlokkeFra">The first night, over places and short breaks.</param>
/// <param name="Doegn">Nights since then, breaks not counted.</param>
/// <param name="Barn">Children in the household.</param>
/// <param name="Ung">The youngest adult is youth by the profile.</param>
/// <param name="AlderUkjent">Nobody has told how old the youngest adult is: whether it is youth, is not known.</param>
/// <param name="BortfalteMerker">Children or youth that a correction took away; why is said in the henvendelse.</param>
/// <param name="SkalIkkeOverTreMaaneder">There are children or youth: from the first day it is a goal that it ends before three months.</param>
/// <param name="OverTreMaaneder">The profile's three months have passed.</param>
/// <param name="DoegnVedAvreise">Nights when they leave as agreed.</param>
/// <param name="Venter">Steps that are due and not taken.</param>
/// <param name="UnntakTil">An exception holds until this day.</param>
/// <param name="Avreise">Agreed departure.</param>
/// <param name="ForeslaattSlutt">The keys to a dwelling were handed over.</param>
/// <param name="Plan">How they are to get a home; null: nobody has made one.</param>
public sealed record BotidSvar(
    Guid HusstandId, Guid OppholdId, Guid HenvendelseId, IReadOnlyList<Guid> Personer, DateOnly KlokkeFra, int Doegn, int Barn, bool Ung, bool AlderUkjent,
    IReadOnlyList<Merke> BortfalteMerker, bool SkalIkkeOverTreMaaneder, bool OverTreMaaneder, int DoegnVedAvreise,
    IReadOnlyList<Botidssteg> Venter, DateOnly? UnntakTil, DateOnly Avreise, DateOnly? ForeslaattSlutt, Botidsplan? Plan)
{
    internal IEnumerable<Bruk> Bruk(Handling handling = Handling.Lest) =>
        Personer.Select(p => new Bruk(handling, new PersonRef(p), "midlertidig-botilbud", "saksbehandling", $"opphold/{OppholdId}"));
}

/// <summary>What the list shows of a plan.</summary>
/// <param name="Ansvarlig">Who follows it up.</param>
/// <param name="HengerPaa">On whom it hangs.</param>
/// <param name="NesteSteg">What comes next.</param>
/// <param name="Frist">By when.</param>
/// <param name="Soeknad">How the application to the municipality's own dwellings stands, when one was sent over.</param>
public sealed record Botidsplan(string Ansvarlig, string HengerPaa, string NesteSteg, DateOnly Frist, string? Soeknad);

/// <summary>Which clocks.</summary>
/// <param name="Antall">At most so many.</param>
/// <param name="Husstand">One household's alone.</param>
/// <param name="Minst">With at least so many nights.</param>
/// <param name="BareBarnEllerUng">With children or youth alone.</param>
/// <param name="BareUnntak">Those alone where three months have passed, or are agreed to, and no exception settles it.</param>
/// <param name="Etter">After this household.</param>
internal sealed record Botidsvalg(int Antall, Guid? Husstand = null, int Minst = 0, bool BareBarnEllerUng = false, bool BareUnntak = false, Guid? Etter = null);

/// <summary>The clocks of a unit's households, longest first, in three questions to the database however many there are.</summary>
internal static class Botidssoek
{
    /// <param name="db">The database.</param>
    /// <param name="bruker">Whose unit, and what they may see.</param>
    /// <param name="profil">Breaks and thresholds.</param>
    /// <param name="dag">The day of it.</param>
    /// <param name="valg">Which.</param>
    /// <param name="avbrutt">Ends it.</param>
    public static async Task<List<BotidSvar>> Botider(this MidlertidigBotilbudDb db, Bruker bruker, Kommuneprofil profil, DateOnly dag, Botidsvalg valg, CancellationToken avbrutt)
    {
        // The longest are found first, and the rest is asked about those that are shown.
        var rader = await db.Database.SqlQuery<Rad>(
            $"""
            WITH klokke AS MATERIALIZED (SELECT * FROM botidsklokke({bruker.Enhet}, {dag}, {profil.BruddDager}, {valg.Husstand}))
            SELECT k.husstand_id AS "HusstandId", k.fra AS "KlokkeFra", k.doegn AS "Doegn", o.id AS "OppholdId", o.henvendelse_id AS "HenvendelseId", o.personer AS "Personer", o.til AS "Avreise",
                   o.foreslaatt_slutt AS "ForeslaattSlutt", greatest(cardinality(h.barns_alder), h.barn_meldt::integer) AS "Barn", coalesce(h.alder < {profil.UngUnder}, false) AS "Ung",
                   p.ansvarlig AS "Ansvarlig", p.henger_paa AS "HengerPaa", p.neste_steg AS "NesteSteg", p.frist AS "Frist", p.soeknad_status AS "Soeknad",
                   h.voksne > 0 AND h.alder IS NULL AS "AlderUkjent", u.til AS "UnntakTil", k.doegn + greatest(0, o.siste - {dag}) AS "VedAvreise",
                   (SELECT coalesce(array_agg(m.merke ORDER BY m.merke), ARRAY[]::text[]) FROM henvendelsesmerke m WHERE m.henvendelse_id = h.id AND m.bort IS NOT NULL) AS "Bortfalt"
            FROM (SELECT * FROM klokke WHERE doegn >= {valg.Minst} ORDER BY doegn DESC, husstand_id) k
            CROSS JOIN LATERAL (SELECT *, max(o.til) FILTER (WHERE o.status = 'loeper') OVER () AS siste FROM opphold o WHERE o.husstand_id = k.husstand_id AND o.enhet = {bruker.Enhet} AND o.status <> 'uteblitt' AND (o.status = 'loeper' OR o.til > {dag})
                                  AND o.fra <= {dag} AND NOT o.natthjem ORDER BY o.fra, o.id LIMIT 1) AS o
            JOIN henvendelse h ON h.id = o.henvendelse_id
            LEFT JOIN boligplan p ON p.henvendelse_id = h.id
            CROSS JOIN LATERAL (SELECT max(u.til) AS til FROM botidsunntak u WHERE u.husstand_id = k.husstand_id AND u.dato >= k.fra) AS u
            CROSS JOIN LATERAL (SELECT cardinality(h.barns_alder) > 0 OR h.barn_meldt OR coalesce(h.alder < {profil.UngUnder}, false) AS barn_eller_ung) AS b
            WHERE (b.barn_eller_ung OR NOT {valg.BareBarnEllerUng})
              AND (NOT {valg.BareUnntak} OR ((k.doegn >= {profil.TreMaanederEtter} OR k.doegn + greatest(0, o.siste - {dag}) > {profil.TreMaanederEtter}) AND (b.barn_eller_ung OR u.til IS NULL OR u.til < {dag})))
              AND ({valg.Etter}::uuid IS NULL OR (-k.doegn, k.husstand_id) > (SELECT -e.doegn, e.husstand_id FROM klokke e WHERE e.husstand_id = {valg.Etter}))
              AND NOT noen_skjult(o.enhet, o.personer, {bruker.Skjermet})
            ORDER BY k.doegn DESC, k.husstand_id LIMIT {valg.Antall}
            """).ToListAsync(avbrutt);
        var husstander = rader.Select(r => r.HusstandId).ToArray();
        var tatt = (await db.Database.SqlQuery<Stegrad>(
            $"SELECT husstand_id AS \"HusstandId\", steg AS \"Steg\", dato AS \"Dato\" FROM botidssteg WHERE husstand_id = ANY ({husstander})").ToListAsync(avbrutt))
            .ToLookup(s => s.HusstandId, s => (Lest<Botidssteg>(s.Steg), s.Dato));
        return [.. rader.Select(r => new BotidSvar(
            r.HusstandId, r.OppholdId, r.HenvendelseId, r.Personer, r.KlokkeFra, r.Doegn, r.Barn, r.Ung, r.AlderUkjent, [.. r.Bortfalt.Select(Lest<Merke>)], r.Barn > 0 || r.Ung, r.Doegn >= profil.TreMaanederEtter, r.VedAvreise,
            [.. Botidstrapp.Venter(r.Doegn, r.KlokkeFra, profil.Terskler, tatt[r.HusstandId], r.UnntakTil, r.Barn > 0 || r.Ung, dag, r.VedAvreise)], r.UnntakTil, r.Avreise, r.ForeslaattSlutt,
            r.Ansvarlig is null ? null : new(r.Ansvarlig, r.HengerPaa!, r.NesteSteg!, r.Frist!.Value, r.Soeknad)))];
    }

    private static T Lest<T>(string navn)
        where T : struct, Enum => EnumNames<T>.TryParse(navn, out var verdi) ? verdi : throw new InvalidOperationException(navn);

    private sealed record Stegrad(Guid HusstandId, string Steg, DateOnly Dato);

    private sealed record Rad(
        Guid HusstandId, DateOnly KlokkeFra, int Doegn, Guid OppholdId, Guid HenvendelseId, Guid[] Personer, DateOnly Avreise, DateOnly? ForeslaattSlutt, int Barn, bool Ung, bool AlderUkjent, int VedAvreise, string[] Bortfalt, string? Ansvarlig,
        string? HengerPaa, string? NesteSteg, DateOnly? Frist, string? Soeknad, DateOnly? UnntakTil);
}
