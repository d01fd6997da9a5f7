using System.ComponentModel;
using System.Text.RegularExpressions;
using Boligsosial.Boligregister.Boliger.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Boligsosial.Boligregister.Boliger;

/// <summary>Finds dwellings. Filters combine with «and»; a filter given several times means «one of these».</summary>
internal static partial class SoekBoliger
{
    /// <summary>
    /// A search that no index gives in order goes through this many dwellings first, and through more when it found some there. What is common is then found. What is not is
    /// rare enough to be fetched whole and sorted; by text, so that Postgres does not bet on finding it along the primary key,
    /// a bet that it loses by a thousand times when filters exclude each other.
    /// </summary>
    private static readonly int[] Vinduer = [4000, 24_000];

    /// <summary>As many areas as are asked one by one.</summary>
    private const int FlestOmraader = 10;

    private static readonly Boligstatus?[] Ledig = [Boligstatus.LedigKlar, Boligstatus.LedigEnkelIstandsetting];
    private static readonly List<Boligstatus?> Alle = [.. Enum.GetValues<Boligstatus>()];

    public sealed class Filter
    {
        [Description("Område, nøyaktig skrevet. Kan gjentas: ett av dem.")]
        public string[]? Omraade { get; init; }

        [Description("Kategori fra kommuneprofilen. Kan gjentas.")]
        public string[]? Kategori { get; init; }

        [Description("Status. Kan gjentas.")]
        public string[]? Status { get; init; }

        [Description("Minst så mange soverom.")]
        public int? SoveromFra { get; init; }

        [Description("Høyst så mange soverom.")]
        public int? SoveromTil { get; init; }

        [Description("Månedsleie i kroner, minst.")]
        public decimal? LeieFra { get; init; }

        [Description("Månedsleie i kroner, høyst.")]
        public decimal? LeieTil { get; init; }

        [Description("Egenskap som boligen har. Kan gjentas: alle må finnes.")]
        public string[]? Egenskaper { get; init; }

        [Description("Fritekst i gateadresse, postnummer og poststed: hvert ord må begynne et ord i adressen; et tall på inntil tre sifre er et husnummer.")]
        public string? Adresse { get; init; }

        [Description("Antall per side, 1–500; 50 når det ikke er oppgitt.")]
        public int? Antall { get; init; }

        [Description("«neste» fra forrige side.")]
        public string? Etter { get; init; }
    }

    public static void Map(IEndpointRouteBuilder boliger) => boliger.MapGet("/", Handle)
        .Krever(Tilganger.LesBoliger)
        .WithName(nameof(SoekBoliger))
        .WithSummary("Søk etter boliger")
        .WithDescription("Sortert etter registrering, eldst først. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<BoligSvar>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, BoligregisterDb db, Kommuneprofil profil, CancellationToken avbrutt)
    {
        var feil = new List<Avvisning>();
        var statuser = Statuser(filter.Status, feil);
        Kjent("kategori", filter.Kategori, profil.Kategorier, feil);
        Kjent("egenskaper", filter.Egenskaper, profil.Egenskaper, feil);
        if (!Sidevalg.TryRead(filter.Antall, filter.Etter, out var side, out var sidefeil))
            feil.Add(sidefeil);
        if (filter.Omraade?.Any(o => o.Contains('\0')) == true)
            feil.Add(new("ugyldig-verdi", "Inneholder et nulltegn.", Felt: "omraade"));
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var rader = await Finn(db, filter, statuser, side, avbrutt);
        return TypedResults.Ok(side.Side(rader, b => b.Id));
    }

    private static async Task<List<BoligSvar>> Finn(BoligregisterDb db, Filter filter, List<Boligstatus?> statuser, Sidevalg side, CancellationToken avbrutt)
    {
        var (resten, antall) = (db.Boliger.Where(b => b.Id > (side.Etter ?? Guid.Empty)), side.Antall + 1);
        // Two indexes give the order, and know all but the address: bolig_omraade, in each of some areas, and bolig_ledig.
        if (filter is { Adresse: null, Omraade: { Length: > 0 and <= FlestOmraader } omraader })
            return await Hent(omraader.Distinct().Select(o => IOrden(Filtrer(resten, filter, [o], statuser)).Take(antall)).Aggregate(Queryable.Concat).OrderBy(id => id));
        if (filter.Adresse is null && statuser.Count > 0 && statuser.TrueForAll(s => Ledig.Contains(s)))
            return await Hent(IOrden(Filtrer(resten, filter, filter.Omraade, statuser)));

        var foerst = filter.Omraade is [var ett] ? resten.Where(b => b.Data.Omraade == ett) : resten;
        foreach (var vindu in Vinduer)
        {
            var rader = await Hent(IOrden(Filtrer(foerst.OrderBy(b => b.Id).Take(vindu), filter, filter.Omraade, statuser)));
            if (rader.Count == antall)
                return rader;
            if (rader.Count < antall / 4)
                break;
        }

        // What is rare depends on the values, so Postgres is to plan with them. An index is followed to its last column when all before are asked for by value.
        await using var transaksjon = await db.Database.BeginTransactionAsync(avbrutt);
        await db.Database.ExecuteSqlAsync($"SET LOCAL plan_cache_mode = force_custom_plan", avbrutt);
        return await Hent(Filtrer(resten, filter, filter.Omraade, statuser.Count == 0 ? Alle : statuser).Select(b => b.Id).OrderBy(id => id.ToString()));

        static IOrderedQueryable<Guid> IOrden(IQueryable<Bolig> treff) => treff.Select(b => b.Id).OrderBy(id => id);

        // The page is found by what the indexes hold, and only its own dwellings are visited.
        async Task<List<BoligSvar>> Hent(IOrderedQueryable<Guid> treff)
        {
            var ider = treff.Take(antall);
            var boliger = await db.Boliger.Where(b => ider.Contains(b.Id)).OrderBy(b => b.Id).Select(b => new { b.Id, b.Data }).ToListAsync(avbrutt);
            return boliger.ConvertAll(b => new BoligSvar(b.Id, b.Data));
        }
    }

    /// <summary>One value is asked for by «=»: of a list, even of one, Postgres gives no order.</summary>
    private static IQueryable<Bolig> Filtrer(IQueryable<Bolig> treff, Filter filter, string[]? omraader, List<Boligstatus?> statuser)
    {
        if (omraader is [var omraade])
            treff = treff.Where(b => b.Data.Omraade == omraade);
        else if (omraader is { Length: > 1 })
            treff = treff.Where(b => omraader.Contains(b.Data.Omraade));
        if (filter.Kategori is [var kategori])
            treff = treff.Where(b => b.Data.Kategori == kategori);
        else if (filter.Kategori is { Length: > 1 } kategorier)
            treff = treff.Where(b => kategorier.Contains(b.Data.Kategori));
        if (statuser is [var status])
            treff = treff.Where(b => b.Data.Status == status);
        else if (statuser.Count > 1)
            treff = treff.Where(b => statuser.Contains(b.Data.Status));
        if (Soverom(filter) is [var soverom])
            treff = treff.Where(b => b.Data.Soverom == soverom);
        else if (Soverom(filter) is { } flereSoverom)
            treff = treff.Where(b => flereSoverom.Contains(b.Data.Soverom));
        if (filter.LeieFra is { } leieFra)
            treff = treff.Where(b => b.Data.Maanedsleie >= leieFra);
        if (filter.LeieTil is { } leieTil)
            treff = treff.Where(b => b.Data.Maanedsleie <= leieTil);
        if (filter.Egenskaper is { Length: > 0 } egenskaper)
            treff = treff.Where(b => egenskaper.All(e => b.Data.Egenskaper.Contains(e)));
        if (Ord(filter.Adresse) is { Length: > 0 } ord)
            treff = treff.Where(b => EF.Property<NpgsqlTsVector>(b, BoligMapping.AdresseSoek).Matches(EF.Functions.ToTsQuery("simple", ord)));
        return treff;
    }

    private static List<int?>? Soverom(Filter filter)
    {
        if (filter is { SoveromFra: null, SoveromTil: null })
            return null;
        var (fra, til) = (Math.Max(filter.SoveromFra ?? 0, 0), Math.Min(filter.SoveromTil ?? Boligkontroll.FlestSoverom, Boligkontroll.FlestSoverom));
        return [.. Enumerable.Range(fra, Math.Max(til - fra + 1, 0))];
    }

    /// <summary>
    /// «Storg 12» → «Storg:* &amp; (12 | 12a | 12b …)»: every word begins a word of the address, and a number that cannot be
    /// a postnummer is a house's, whatever its letter. Nothing else of the text is used.
    /// </summary>
    private static string Ord(string? adresse) =>
        string.Join(" & ", IkkeOrd().Split(adresse ?? "").Where(o => o.Length > 0).Select(o => o.Length <= 3 && o.All(char.IsAsciiDigit) ? Husnummer(o) : o + ":*"));

    private static string Husnummer(string nummer) => $"({nummer} | {string.Join(" | ", "abcdefghijklmnopqrstuvwxyzæøå".Select(bokstav => $"{nummer}{bokstav}"))})";

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant, 100)]
    private static partial Regex IkkeOrd();

    private static List<Boligstatus?> Statuser(string[]? verdier, List<Avvisning> feil)
    {
        var statuser = new List<Boligstatus?>();
        foreach (var verdi in verdier ?? [])
        {
            if (EnumNames<Boligstatus>.TryParse(verdi, out var status))
                statuser.Add(status);
            else
                feil.Add(Avvisning.UkjentVerdi("status", EnumNames<Boligstatus>.All));
        }

        return statuser;
    }

    private static void Kjent(string felt, string[]? verdier, string[] gyldige, List<Avvisning> feil)
    {
        if (verdier?.Except(gyldige, StringComparer.Ordinal).Any() == true)
            feil.Add(Avvisning.UkjentVerdi(felt, gyldige));
    }
}
