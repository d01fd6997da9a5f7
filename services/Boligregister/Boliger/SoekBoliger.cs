using System.ComponentModel;
using System.Text.RegularExpressions;
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
    /// A search that no index gives in order goes through this many dwellings first. What is common is there. What is not is
    /// rare enough to be fetched whole and sorted; by text, so that Postgres does not bet on finding it along the primary key,
    /// a bet that it loses by a thousand times when filters exclude each other.
    /// </summary>
    private const int Vindu = 8000;

    private static readonly Boligstatus?[] Ledig = [Boligstatus.LedigKlar, Boligstatus.LedigEnkelIstandsetting];

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

        var (resten, iOrden) = (db.Boliger.Where(b => b.Id > (side.Etter ?? Guid.Empty)), GirIndeksenOrden(filter, statuser));
        var rader = await Hent(Filtrer(iOrden ? resten : resten.OrderBy(b => b.Id).Take(Vindu), filter, statuser).OrderBy(b => b.Id));
        if (!iOrden && rader.Count <= side.Antall)
            rader = await Hent(Filtrer(resten, filter, statuser).OrderBy(b => b.Id.ToString()));
        return TypedResults.Ok(side.Side(rader, b => b.Id));

        // The page is found by what the indexes hold, and only its own dwellings are visited.
        async Task<List<BoligSvar>> Hent(IOrderedQueryable<Bolig> treff)
        {
            var ider = treff.Select(b => b.Id).Take(side.Antall + 1);
            var boliger = await db.Boliger.Where(b => ider.Contains(b.Id)).OrderBy(b => b.Id).Select(b => new { b.Id, b.Data }).ToListAsync(avbrutt);
            return boliger.ConvertAll(b => new BoligSvar(b.Id, b.Data));
        }
    }

    /// <summary>The indexes bolig_omraade and bolig_ledig: within one area, or among the vacant, where they know all but the address.</summary>
    private static bool GirIndeksenOrden(Filter filter, List<Boligstatus?> statuser) =>
        filter.Omraade is [_] || (statuser.Count > 0 && statuser.TrueForAll(s => Ledig.Contains(s)) && filter.Adresse is null);

    /// <summary>One value is asked for by «=»: of a list, even of one, Postgres gives no order.</summary>
    private static IQueryable<Bolig> Filtrer(IQueryable<Bolig> treff, Filter filter, List<Boligstatus?> statuser)
    {
        if (filter.Omraade is [var omraade])
            treff = treff.Where(b => b.Data.Omraade == omraade);
        else if (filter.Omraade is { Length: > 1 } omraader)
            treff = treff.Where(b => omraader.Contains(b.Data.Omraade));
        if (filter.Kategori is [var kategori])
            treff = treff.Where(b => b.Data.Kategori == kategori);
        else if (filter.Kategori is { Length: > 1 } kategorier)
            treff = treff.Where(b => kategorier.Contains(b.Data.Kategori));
        if (statuser is [var status])
            treff = treff.Where(b => b.Data.Status == status);
        else if (statuser.Count > 1)
            treff = treff.Where(b => statuser.Contains(b.Data.Status));
        if (filter.SoveromFra is { } soveromFra)
            treff = treff.Where(b => b.Data.Soverom >= soveromFra);
        if (filter.SoveromTil is { } soveromTil)
            treff = treff.Where(b => b.Data.Soverom <= soveromTil);
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
