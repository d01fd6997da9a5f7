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

/// <summary>The places of a unit against what a household needs in some nights: the rules are asked once about each kind of place, and the database what they are taken by.</summary>
internal sealed class Plassoek(MidlertidigBotilbudDb db, Plassliste liste, Kommuneprofil profil)
{
    // Of so many that suit, one is nearly always free.
    private const int FoersteUtvalg = 50;

    /// <summary>Which suit and are free; and why each of the others is not for them.</summary>
    public async Task<Plassfunn> Finn(string enhet, Behov behov, Netter netter, int antall, CancellationToken avbrutt)
    {
        var plasser = await liste.Hent(db, enhet, avbrutt);
        var bommer = Bommer(plasser, behov);
        var opptatte = await Opptatte(enhet, netter, null, avbrutt);
        var (treff, bom, grunner) = (new List<Tilbud>(), new List<Nei>(), new SortedDictionary<Bom, int>());
        foreach (var tilbud in plasser.Tilbud)
        {
            if (!tilbud.Plass.Data.Tilbys(netter.Ankomst, netter.Avreise))
                continue;
            var egne = bommer[tilbud.Slag];
            var opptatt = opptatte.GetValueOrDefault(tilbud.Plass.Id)?.Mot(tilbud, netter);
            if (egne.Length == 0 && opptatt is null)
            {
                treff.Add(tilbud);
                continue;
            }

            bom.Add(new(tilbud, egne, opptatt));
            foreach (var en in egne)
                grunner[en] = grunner.GetValueOrDefault(en) + 1;
            if (opptatt is { Hvorfor: var hvorfor })
                grunner[hvorfor] = grunner.GetValueOrDefault(hvorfor) + 1;
        }

        return new(
            treff.Count,
            [.. Rangert(treff, behov).Take(antall).Select(t => Treff(t, netter.Idag))],
            [.. bom.OrderBy(b => b.Antall).ThenBy(b => b.LedigFra ?? DateOnly.MaxValue).ThenBy(b => b.Tilbud.Plass.Id).Take(antall)
                .Select(b => new Bomtreff(b.Tilbud.Plass.Id, b.Tilbud.Tilbyder, b.Tilbud.Plass.Data.Navn!, b.Hvorfor, b.LedigFra))],
            grunner);
    }

    /// <summary>The best that suits and is free; null: there is none. Asks about the best first, and about all only when none of them is free.</summary>
    public async Task<Treff?> Beste(string enhet, Behov behov, Netter netter, CancellationToken avbrutt)
    {
        var plasser = await liste.Hent(db, enhet, avbrutt);
        var bommer = Bommer(plasser, behov);
        var egnede = Rangert(plasser.Tilbud.Where(t => bommer[t.Slag].Length == 0 && t.Plass.Data.Tilbys(netter.Ankomst, netter.Avreise)), behov);
        return await Ledig([.. egnede.Take(FoersteUtvalg)]) ?? await Ledig([.. egnede.Skip(FoersteUtvalg)]);

        async Task<Treff?> Ledig(List<Tilbud> utvalg)
        {
            if (utvalg.Count == 0)
                return null;
            var opptatte = await Opptatte(enhet, netter, [.. utvalg.Select(t => t.Plass.Id)], avbrutt);
            return utvalg.Find(t => opptatte.GetValueOrDefault(t.Plass.Id)?.Mot(t, netter) is null) is { } ledig ? Treff(ledig, netter.Idag) : null;
        }
    }

    private Bom[][] Bommer(Plassene plasser, Behov behov) => [.. plasser.Slag.Select(s => Egnethet.Bommer(s.Plass.Data, s.Oppfylt, behov, profil.KvalitetForBarn).ToArray())];

    /// <summary>They are in the order of their rank already; those by the school go before the others. As far as anybody reads, and nothing is sorted.</summary>
    private static IEnumerable<Tilbud> Rangert(IEnumerable<Tilbud> tilbud, Behov behov) =>
        tilbud.Where(t => Egnethet.VedSkolen(t.Plass.Data, behov)).Concat(tilbud.Where(t => !Egnethet.VedSkolen(t.Plass.Data, behov)));

    private Treff Treff(Tilbud tilbud, DateOnly idag)
    {
        var (plass, data) = (tilbud.Plass, tilbud.Plass.Data);
        return new(
            plass.Id, tilbud.Tilbyder, data.Navn!, data.Slag!.Value, data.Senger!.Value, data.Pris!.Value, data.Skolekrets, [.. Enum.GetValues<Kvalitet>().Except(tilbud.Oppfylt)],
            plass.KvalitetDato is null || plass.KvalitetDato < idag.AddMonths(-profil.KvalitetMaaneder));
    }

    /// <summary>What takes places in some nights and the days to make ready after them, and who should have left: of all places, or of some.</summary>
    private async Task<Dictionary<Guid, Belegg>> Opptatte(string enhet, Netter netter, Guid[]? blant, CancellationToken avbrutt)
    {
        // As columns and not as rows: they are thousands, and each is three values.
        var b = await db.Database.SqlQuery<Kolonner>(
            $"""
            SELECT array_agg(plass_id) AS "PlassId", array_agg(fra) AS "Fra", array_agg(klar) AS "Klar", array_agg(hvorfor) AS "Hvorfor"
            FROM (
                SELECT plass_id, fra, klar, CASE WHEN opphold_id IS NULL THEN {(int)Bom.UteAvDrift} ELSE {(int)Bom.Opptatt} END AS hvorfor
                FROM plassbelegg WHERE klar > {netter.Ankomst} AND fra < {netter.Avreise.AddDays(Plassdata.LengsteKlargjoering)}
                UNION ALL
                SELECT plass_id, fra, klar, {(int)Bom.GjestIkkeMeldtUt} FROM burde_ha_reist({enhet}, {netter.Idag})) alle
            WHERE {blant}::uuid[] IS NULL OR plass_id = ANY ({blant})
            HAVING count(*) > 0
            """).SingleOrDefaultAsync(avbrutt);
        var opptatte = new Dictionary<Guid, Belegg>(b?.PlassId.Length ?? 0);
        for (var i = 0; i < b?.PlassId.Length; i++)
            opptatte[b.PlassId[i]] = new((Bom)b.Hvorfor[i], b.Fra[i], b.Klar[i], opptatte.GetValueOrDefault(b.PlassId[i]));
        return opptatte;
    }

    private sealed record Kolonner(Guid[] PlassId, DateOnly[] Fra, DateOnly[] Klar, int[] Hvorfor);

    /// <summary>What a place is taken by, one after the other.</summary>
    private sealed record Belegg(Bom Hvorfor, DateOnly Fra, DateOnly Klar, Belegg? Flere)
    {
        /// <summary>
        /// What keeps them out, the gravest of it, and until when; null: nothing. What begins long enough after their departure to make the place ready, does not; and when who
        /// should have left does, nobody knows.
        /// </summary>
        public Opptatt? Mot(Tilbud tilbud, Netter netter)
        {
            var klar = netter.Avreise.AddDays(tilbud.Plass.Data.KlargjoeringDager);
            Opptatt? mot = null;
            for (var b = this; b is not null; b = b.Flere)
            {
                if (b.Hvorfor != Bom.GjestIkkeMeldtUt && b.Fra >= klar)
                    continue;
                mot = mot is not { } til ? new(b.Hvorfor, b.Klar) : new(b.Hvorfor > til.Hvorfor ? b.Hvorfor : til.Hvorfor, b.Klar > til.Klar ? b.Klar : til.Klar);
            }

            return mot;
        }
    }

    private readonly record struct Opptatt(Bom Hvorfor, DateOnly Klar);

    private readonly record struct Nei(Tilbud Tilbud, Bom[] Egne, Opptatt? Opptatt)
    {
        public int Antall => Egne.Length + (Opptatt is null ? 0 : 1);

        public DateOnly? LedigFra => Opptatt is { Hvorfor: not Bom.GjestIkkeMeldtUt } opptatt ? opptatt.Klar : null;

        public IReadOnlyList<Bom> Hvorfor => Opptatt is { } opptatt ? [.. Egne, opptatt.Hvorfor] : Egne;
    }
}
