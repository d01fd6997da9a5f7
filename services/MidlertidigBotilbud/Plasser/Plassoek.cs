using Boligsosial.MidlertidigBotilbud.Plasser.Regler;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>A place that suits and is free.</summary>
/// <param name="PlassId">Which.</param>
/// <param name="Tilbyder">Who has it.</param>
/// <param name="Navn">Its name there.</param>
/// <param name="Slag">What kind.</param>
/// <param name="Senger">Beds.</param>
/// <param name="Pris">Kroner a night.</param>
/// <param name="Skolekrets">Which school is near.</param>
/// <param name="KvalitetMangler">What it lacks of the checklist.</param>
/// <param name="KvalitetForGammel">Nobody has looked at it for longer than the profile says.</param>
public sealed record Treff(
    Guid PlassId, string Tilbyder, string Navn, Plasslag Slag, int Senger, decimal Pris, string? Skolekrets, IReadOnlyList<Kvalitet> KvalitetMangler, bool KvalitetForGammel);

/// <summary>A place that does not.</summary>
/// <param name="PlassId">Which.</param>
/// <param name="Tilbyder">Who has it.</param>
/// <param name="Navn">Its name there.</param>
/// <param name="Hvorfor">Everything that speaks against it.</param>
/// <param name="LedigFra">The day it is free again, when that is all that is known to change.</param>
public sealed record Bomtreff(Guid PlassId, string Tilbyder, string Navn, IReadOnlyList<Bom> Hvorfor, DateOnly? LedigFra);

/// <summary>All places of a unit against what a household needs in some nights: two questions to the database however many they are.</summary>
internal static class Plassoek
{
    public static async Task<(List<Treff> Treff, List<Bomtreff> Bom)> FinnPlasser(
        this MidlertidigBotilbudDb db, string enhet, Behov behov, DateOnly ankomst, DateOnly avreise, Kommuneprofil profil, DateOnly idag, CancellationToken avbrutt)
    {
        var opptatt = (await db.Opptatt(enhet, ankomst, avreise, idag, avbrutt)).ToDictionary(o => o.PlassId);
        var tilbydere = await db.Set<Tilbyder>().AsNoTracking().Where(t => t.Enhet == enhet).ToDictionaryAsync(t => t.Id, t => t.Navn, avbrutt);
        var plasser = await db.Set<Plass>().AsNoTracking().Where(p => p.Enhet == enhet && (p.Data.Avviklet == null || p.Data.Avviklet >= avreise)).ToListAsync(avbrutt);

        var (treff, bom) = (new List<(Plass Plass, int Kvalitet)>(), new List<Bomtreff>());
        foreach (var plass in plasser)
        {
            var kvalitet = plass.Oppfylt.ToList();
            var hvorfor = Egnethet.Bommer(plass.Data, kvalitet, behov, profil.KvalitetForBarn).ToList();
            var ledigFra = (DateOnly?)null;
            if (opptatt.TryGetValue(plass.Id, out var belegg))
            {
                hvorfor.Add(belegg.IkkeMeldtUt ? Bom.GjestIkkeMeldtUt : belegg.Stengt ? Bom.UteAvDrift : Bom.Opptatt);
                ledigFra = belegg.IkkeMeldtUt ? null : belegg.LedigFra;
            }

            if (hvorfor.Count == 0)
                treff.Add((plass, kvalitet.Count));
            else
                bom.Add(new(plass.Id, tilbydere[plass.Data.TilbyderId!.Value], plass.Data.Navn!, hvorfor, ledigFra));
        }

        var eldst = idag.AddMonths(-profil.KvalitetMaaneder);
        return (
            [.. treff.OrderBy(t => Egnethet.Rang(t.Plass.Data, t.Kvalitet, behov)).ThenBy(t => t.Plass.Id).Select(t => new Treff(
                t.Plass.Id, tilbydere[t.Plass.Data.TilbyderId!.Value], t.Plass.Data.Navn!, t.Plass.Data.Slag!.Value, t.Plass.Data.Senger!.Value, t.Plass.Data.Pris!.Value, t.Plass.Data.Skolekrets,
                [.. Enum.GetValues<Kvalitet>().Except(t.Plass.Oppfylt)], t.Plass.KvalitetDato is null || t.Plass.KvalitetDato < eldst))],
            [.. bom.OrderBy(b => b.Hvorfor.Count).ThenBy(b => b.LedigFra ?? DateOnly.MaxValue).ThenBy(b => b.PlassId)]);
    }

    /// <summary>What cannot be had for some nights, with the days to make it ready after them.</summary>
    private static Task<List<Opptattrad>> Opptatt(this MidlertidigBotilbudDb db, string enhet, DateOnly ankomst, DateOnly avreise, DateOnly idag, CancellationToken avbrutt) =>
        db.Database.SqlQuery<Opptattrad>(
            $"""
            SELECT b.plass_id AS "PlassId", max(b.klar) AS "LedigFra", bool_or(b.opphold_id IS NULL) AS "Stengt", bool_or(NOT b.opptatt) AS "IkkeMeldtUt"
            FROM (SELECT b.plass_id, b.opphold_id, b.klar, true AS opptatt
                  FROM plassbelegg b JOIN plass p ON p.id = b.plass_id
                  WHERE p.enhet = {enhet} AND daterange(b.fra, b.klar) && daterange({ankomst}, {avreise.AddDays(30)}) AND b.fra < {avreise} + p.klargjoering_dager
                  UNION ALL
                  SELECT b.plass_id, b.opphold_id, b.klar, false
                  FROM opphold o JOIN plassbelegg b ON b.opphold_id = o.id AND b.til = o.til
                  WHERE o.enhet = {enhet} AND o.status = 'loeper' AND o.til < {idag}) AS b
            GROUP BY b.plass_id
            """).ToListAsync(avbrutt);

    private sealed record Opptattrad(Guid PlassId, DateOnly LedigFra, bool Stengt, bool IkkeMeldtUt);
}
