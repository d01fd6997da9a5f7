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

/// <summary>What a search found.</summary>
/// <param name="AntallTreff">How many suit and are free.</param>
/// <param name="Treff">The best of them first.</param>
/// <param name="Bom">Those that nearly did first.</param>
/// <param name="BomEtterGrunn">How many fail for each reason.</param>
internal sealed record Plassfunn(int AntallTreff, IReadOnlyList<Treff> Treff, IReadOnlyList<Bomtreff> Bom, IReadOnlyDictionary<Bom, int> BomEtterGrunn);

/// <summary>The nights that somebody asks about.</summary>
internal readonly record struct Netter(DateOnly Ankomst, DateOnly Avreise, DateOnly Idag);

/// <summary>The places of a unit against what a household needs in some nights: the rules are asked about each, and the database what they are taken by.</summary>
internal sealed class Plassoek(MidlertidigBotilbudDb db, Plassliste liste, Kommuneprofil profil)
{
    // Of so many that suit, one is nearly always free.
    private const int FoersteUtvalg = 50;

    /// <summary>Which suit and are free; and why each of the others is not for them.</summary>
    public async Task<Plassfunn> Finn(string enhet, Behov behov, Netter netter, int antall, CancellationToken avbrutt)
    {
        var belegg = (await Belegg(enhet, netter).ToListAsync(avbrutt)).ToLookup(b => b.PlassId);
        var (treff, bom, grunner) = (new List<Tilbud>(), new List<(Tilbud Tilbud, List<Bom> Hvorfor, DateOnly? LedigFra)>(), new Dictionary<Bom, int>());
        foreach (var tilbud in await Tilbys(enhet, netter, avbrutt))
        {
            var hvorfor = Bommer(tilbud, behov);
            var iVeien = IVeien(belegg[tilbud.Plass.Id], tilbud, netter);
            if (iVeien.Count > 0)
                hvorfor.Add(iVeien.Exists(b => b.IkkeMeldtUt) ? Bom.GjestIkkeMeldtUt : iVeien.Exists(b => b.Stengt) ? Bom.UteAvDrift : Bom.Opptatt);
            if (hvorfor.Count == 0)
                treff.Add(tilbud);
            else
                bom.Add((tilbud, hvorfor, iVeien.Count == 0 || iVeien.Exists(b => b.IkkeMeldtUt) ? null : iVeien.Max(b => b.Klar)));
            foreach (var en in hvorfor)
                grunner[en] = grunner.GetValueOrDefault(en) + 1;
        }

        return new(
            treff.Count,
            [.. Rangert(treff, behov).Take(antall).Select(t => Treff(t, netter.Idag))],
            [.. bom.OrderBy(b => b.Hvorfor.Count).ThenBy(b => b.LedigFra ?? DateOnly.MaxValue).ThenBy(b => b.Tilbud.Plass.Id).Take(antall)
                .Select(b => new Bomtreff(b.Tilbud.Plass.Id, b.Tilbud.Tilbyder, b.Tilbud.Plass.Data.Navn!, b.Hvorfor, b.LedigFra))],
            grunner);
    }

    /// <summary>The best that suits and is free; null: there is none. Asks about the best first, and about the rest only when none of them is free.</summary>
    public async Task<Treff?> Beste(string enhet, Behov behov, Netter netter, CancellationToken avbrutt)
    {
        var egnede = Rangert((await Tilbys(enhet, netter, avbrutt)).Where(t => Bommer(t, behov).Count == 0), behov).ToList();
        foreach (var utvalg in new[] { egnede[..Math.Min(FoersteUtvalg, egnede.Count)], egnede[Math.Min(FoersteUtvalg, egnede.Count)..] }.Where(u => u.Count > 0))
        {
            var ider = utvalg.ConvertAll(t => t.Plass.Id);
            var belegg = (await Belegg(enhet, netter).Where(b => ider.Contains(b.PlassId)).ToListAsync(avbrutt)).ToLookup(b => b.PlassId);
            if (utvalg.Find(t => IVeien(belegg[t.Plass.Id], t, netter).Count == 0) is { } ledig)
                return Treff(ledig, netter.Idag);
        }

        return null;
    }

    private async Task<IEnumerable<Tilbud>> Tilbys(string enhet, Netter netter, CancellationToken avbrutt) =>
        (await liste.Hent(db, enhet, avbrutt)).Where(t => t.Plass.Data.Tilbys(netter.Ankomst, netter.Avreise));

    private List<Bom> Bommer(Tilbud tilbud, Behov behov) => [.. Egnethet.Bommer(tilbud.Plass.Data, tilbud.Oppfylt, behov, profil.KvalitetForBarn)];

    private static IEnumerable<Tilbud> Rangert(IEnumerable<Tilbud> tilbud, Behov behov) =>
        tilbud.OrderBy(t => Egnethet.Rang(t.Plass.Data, t.Oppfylt.Length, behov)).ThenBy(t => t.Plass.Id);

    private Treff Treff(Tilbud tilbud, DateOnly idag)
    {
        var (plass, data) = (tilbud.Plass, tilbud.Plass.Data);
        return new(
            plass.Id, tilbud.Tilbyder, data.Navn!, data.Slag!.Value, data.Senger!.Value, data.Pris!.Value, data.Skolekrets, [.. Enum.GetValues<Kvalitet>().Except(tilbud.Oppfylt)],
            plass.KvalitetDato is null || plass.KvalitetDato < idag.AddMonths(-profil.KvalitetMaaneder));
    }

    /// <summary>What keeps them out of a place: what begins long enough after their departure to make it ready, does not.</summary>
    private static List<Belagt> IVeien(IEnumerable<Belagt> belegg, Tilbud tilbud, Netter netter) =>
        [.. belegg.Where(b => b.IkkeMeldtUt || b.Fra < netter.Avreise.AddDays(tilbud.Plass.Data.KlargjoeringDager))];

    /// <summary>What takes places in some nights and the days to make ready after them; and who should have left.</summary>
    private IQueryable<Belagt> Belegg(string enhet, Netter netter) =>
        db.Database.SqlQuery<Belagt>(
            $"""
            SELECT plass_id AS "PlassId", fra AS "Fra", klar AS "Klar", opphold_id IS NULL AS "Stengt", false AS "IkkeMeldtUt"
            FROM plassbelegg WHERE klar > {netter.Ankomst} AND fra < {netter.Avreise.AddDays(Plassdata.LengsteKlargjoering)}
            UNION ALL
            SELECT b.plass_id, b.fra, b.klar, false, true
            FROM opphold o JOIN plassbelegg b ON b.opphold_id = o.id AND b.til = o.til
            WHERE o.enhet = {enhet} AND o.status = 'loeper' AND o.til < {netter.Idag}
            """);

    private sealed record Belagt(Guid PlassId, DateOnly Fra, DateOnly Klar, bool Stengt, bool IkkeMeldtUt);
}
