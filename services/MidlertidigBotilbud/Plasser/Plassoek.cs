using Boligsosial.MidlertidigBotilbud.Plasser.Regler;
using Boligsosial.ServiceDefaults.Json;
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

/// <summary>All places of a unit against what a household needs in some nights: two questions to the database however many they are, the second for those that are shown.</summary>
internal static class Plassoek
{
    public static async Task<Plassfunn> FinnPlasser(
        this MidlertidigBotilbudDb db, string enhet, Behov behov, DateOnly ankomst, DateOnly avreise, int antall, Kommuneprofil profil, DateOnly idag, CancellationToken avbrutt)
    {
        var (treff, bom, grunner) = (new List<(Rad Rad, Plassdata Data, Kvalitet[] Kvalitet)>(), new List<(Rad Rad, List<Bom> Hvorfor, DateOnly? LedigFra)>(), new Dictionary<Bom, int>());
        // Few have other qualities than another has.
        var kvaliteter = new Dictionary<string, Kvalitet[]>(StringComparer.Ordinal);
        foreach (var rad in await db.Plasser(enhet, ankomst, avreise, idag, avbrutt))
        {
            if (!kvaliteter.TryGetValue(rad.Oppfylt, out var kvalitet))
                kvaliteter[rad.Oppfylt] = kvalitet = [.. rad.Oppfylt.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Les<Kvalitet>)];
            var data = rad.Data();
            var hvorfor = Egnethet.Bommer(data, kvalitet, behov, profil.KvalitetForBarn).ToList();
            if (rad.LedigFra is not null)
                hvorfor.Add(rad.IkkeMeldtUt ? Bom.GjestIkkeMeldtUt : rad.Stengt ? Bom.UteAvDrift : Bom.Opptatt);
            if (hvorfor.Count == 0)
                treff.Add((rad, data, kvalitet));
            else
                bom.Add((rad, hvorfor, rad.IkkeMeldtUt ? null : rad.LedigFra));
            foreach (var grunn in hvorfor)
                grunner[grunn] = grunner.GetValueOrDefault(grunn) + 1;
        }

        var best = treff.OrderBy(t => Egnethet.Rang(t.Data, t.Kvalitet.Length, behov)).ThenBy(t => t.Rad.Id).Take(antall).ToList();
        var naermest = bom.OrderBy(b => b.Hvorfor.Count).ThenBy(b => b.LedigFra ?? DateOnly.MaxValue).ThenBy(b => b.Rad.Id).Take(antall).ToList();
        var vist = best.ConvertAll(t => t.Rad.Id).Concat(naermest.ConvertAll(b => b.Rad.Id)).ToArray();
        var navn = await (from p in db.Set<Plass>().AsNoTracking()
                          join t in db.Set<Tilbyder>() on p.Data.TilbyderId equals t.Id
                          where vist.Contains(p.Id)
                          select new { p.Id, Tilbyder = t.Navn, Navn = p.Data.Navn! }).ToDictionaryAsync(p => p.Id, avbrutt);
        var eldst = idag.AddMonths(-profil.KvalitetMaaneder);
        return new(
            treff.Count,
            [.. best.Select(t => new Treff(
                t.Rad.Id, navn[t.Rad.Id].Tilbyder, navn[t.Rad.Id].Navn, t.Data.Slag!.Value, t.Rad.Senger, t.Rad.Pris, t.Rad.Skolekrets,
                [.. Enum.GetValues<Kvalitet>().Except(t.Kvalitet)], t.Rad.KvalitetDato is null || t.Rad.KvalitetDato < eldst))],
            [.. naermest.Select(b => new Bomtreff(b.Rad.Id, navn[b.Rad.Id].Tilbyder, navn[b.Rad.Id].Navn, b.Hvorfor, b.LedigFra))],
            grunner);
    }

    /// <summary>Every place that is offered in some nights; and from when it is free, where it cannot be had in them with the days to make it ready after.</summary>
    private static Task<List<Rad>> Plasser(this MidlertidigBotilbudDb db, string enhet, DateOnly ankomst, DateOnly avreise, DateOnly idag, CancellationToken avbrutt) =>
        db.Database.SqlQuery<Rad>(
            $"""
            SELECT p.id AS "Id", p.slag AS "Slag", p.senger AS "Senger", p.tilgjengelighet AS "Tilgjengelighet", p.krever_rusfrihet AS "KreverRusfrihet", p.tar_barn AS "TarBarn", p.tar_husdyr AS "TarHusdyr",
                   p.alder_fra AS "AlderFra", p.alder_til AS "AlderTil", p.skolekrets AS "Skolekrets", p.pris AS "Pris", p.kvalitet_dato AS "KvalitetDato", array_to_string(p.kvalitet_oppfylt, ' ') AS "Oppfylt",
                   o.klar AS "LedigFra", coalesce(o.stengt, false) AS "Stengt", coalesce(o.ikke_meldt_ut, false) AS "IkkeMeldtUt"
            FROM plass p
            LEFT JOIN (
                SELECT b.plass_id, max(b.klar) AS klar, bool_or(b.opphold_id IS NULL) AS stengt, bool_or(NOT b.opptatt) AS ikke_meldt_ut
                FROM (SELECT b.plass_id, b.opphold_id, b.klar, true AS opptatt
                      FROM plassbelegg b JOIN plass p ON p.id = b.plass_id
                      WHERE p.enhet = {enhet} AND daterange(b.fra, b.klar) && daterange({ankomst}, {avreise.AddDays(30)}) AND b.fra < {avreise} + p.klargjoering_dager
                      UNION ALL
                      SELECT b.plass_id, b.opphold_id, b.klar, false
                      FROM opphold o JOIN plassbelegg b ON b.opphold_id = o.id AND b.til = o.til
                      WHERE o.enhet = {enhet} AND o.status = 'loeper' AND o.til < {idag}) AS b
                GROUP BY b.plass_id) AS o ON o.plass_id = p.id
            WHERE p.enhet = {enhet} AND (p.avviklet IS NULL OR p.avviklet >= {avreise})
            """).ToListAsync(avbrutt);

    private static T Les<T>(string navn)
        where T : struct, Enum => EnumNames<T>.TryParse(navn, out var verdi) ? verdi : throw new InvalidOperationException($"«{navn}» is no {typeof(T).Name}");

    private sealed record Rad(
        Guid Id, string Slag, int Senger, string Tilgjengelighet, bool KreverRusfrihet, bool TarBarn, bool TarHusdyr, int? AlderFra, int? AlderTil, string? Skolekrets, decimal Pris, DateOnly? KvalitetDato,
        string Oppfylt, DateOnly? LedigFra, bool Stengt, bool IkkeMeldtUt)
    {
        /// <summary>What the rules ask about.</summary>
        public Plassdata Data() => new(
            null, null, Les<Plasslag>(Slag), Senger, Les<Tilgjengelighet>(Tilgjengelighet), KreverRusfrihet, TarBarn, TarHusdyr, AlderFra, AlderTil, Skolekrets, Pris, 0, null);
    }
}
