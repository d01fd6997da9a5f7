using Boligsosial.Boligregister.Boliger.Regler;
using Boligsosial.Boligregister.Tildeling.Regler;
using Boligsosial.Boligregister.Venteliste;
using Boligsosial.ServiceDefaults.Access;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Tildeling;

/// <summary>What can be offered, and to whom.</summary>
internal static class Ledigeboliger
{
    /// <summary>All vacant dwellings in a fixed order, or one that is named, vacant or not, with the marks of their neighbours.</summary>
    public static async Task<List<Ledigbolig>> Hent(BoligregisterDb db, Guid? bolig, CancellationToken avbrutt) => (await db.Database.SqlQuery<Rad>(
        $"""
        SELECT b.id AS "Id", b.kategori AS "Kategori", b.soverom AS "Soverom", b.omraade AS "Omraade", b.maanedsleie AS "Maanedsleie", b.skolekrets_barneskole AS "Skolekrets", b.egenskaper AS "Merker",
               ARRAY(SELECT e FROM bolig n CROSS JOIN unnest(n.egenskaper) e
                     WHERE n.gatenavn = b.gatenavn AND n.husnummer = b.husnummer AND n.husbokstav IS NOT DISTINCT FROM b.husbokstav AND n.postnummer IS NOT DISTINCT FROM b.postnummer AND n.id <> b.id
                       AND n.status <> 'avhendet') AS "MerkerVedSiden"
        FROM bolig b
        WHERE CASE WHEN {bolig}::uuid IS NULL THEN b.status IN ('ledig-klar', 'ledig-enkel-istandsetting') ELSE b.id = {bolig} END
        ORDER BY b.id
        """).ToListAsync(avbrutt)).ConvertAll(r => new Ledigbolig(r.Id, r.Kategori, r.Soverom, Tilgjengelighet.Av(r.Merker), r.Omraade, r.Maanedsleie, r.Skolekrets, r.Merker, r.MerkerVedSiden));

    /// <summary>One who waits, as a household to be housed.</summary>
    public static Boligsoeker Soeker(this Ventende ventende) => new(ventende.Husstand, ventende.Behov, ventende.Kategorier, ventende.InntektPerMaaned);

    /// <summary>Those who wait and have no offer to answer, ranked.</summary>
    public static async Task<Rangering> UtenTilbud(BoligregisterDb db, Kommuneprofil profil, Bruker bruker, DateOnly dag, CancellationToken avbrutt)
    {
        var rangering = await Ventelisten.Hent(db, profil.Venteliste, bruker, dag, avbrutt);
        var medTilbud = (await db.Set<Tilbud>().Where(t => t.Enhet == bruker.Enhet && t.Status == Tilbudsstatus.Sendt).Select(t => t.SoeknadId).ToListAsync(avbrutt)).ToHashSet();
        return medTilbud.Count == 0 ? rangering : rangering with { Alle = [.. rangering.Alle.Where(v => !medTilbud.Contains(v.SoeknadId))] };
    }

    private sealed record Rad(Guid Id, string Kategori, int Soverom, string Omraade, decimal? Maanedsleie, string? Skolekrets, string[] Merker, string[] MerkerVedSiden);
}
