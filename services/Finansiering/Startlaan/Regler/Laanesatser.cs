using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>How well a number is known.</summary>
public enum Sikkerhet
{
    /// <summary>It stands in the source.</summary>
    Funnet,

    /// <summary>It follows from a number that stands in the source.</summary>
    Beregnet,

    /// <summary>No source has it: a default to be checked, or to be given.</summary>
    Ubekreftet,
}

/// <summary>A number that the rules count with, from a day.</summary>
/// <param name="Navn">Its name, the same through all the years.</param>
/// <param name="Verdi">The number.</param>
/// <param name="Enhet">«prosent», «prosentpoeng», «kr», «aar».</param>
/// <param name="Fra">In force from; a newer one of the name takes over.</param>
/// <param name="Kilde">Where it is from.</param>
/// <param name="Sikkerhet">How well it is known.</param>
/// <param name="NesteEndring">The first day on which a newer may hold that is not entered here.</param>
public sealed record Sats(string Navn, decimal Verdi, string Enhet, DateOnly Fra, string Kilde, Sikkerhet Sikkerhet, DateOnly? NesteEndring = null)
{
    /// <summary>Whether it may be out of date on a day.</summary>
    public bool KanVaereEndret(DateOnly dato) => NesteEndring <= dato;
}

/// <summary>
/// Rates and limits of startlån as they hold on a day: forskrift om lån fra Husbanken (FOR-2019-11-18-1546, in force from 1 January 2020) and
/// Husbanken's pages. A new rate is a new row, here or in the municipality's own (<c>Kommuneprofil:Startlaan:Satser</c>), which wins on the same day.
/// </summary>
public static class Laanesatser
{
    public const string Stresspaaslag = "stresspaaslag";
    public const string Styringsrente = "styringsrente";
    public const string LengsteLoepetid = "loepetid-vanlig";
    public const string LengsteLoepetidSaerlig = "loepetid-saerlig";
    public const string LengsteAvdragsfrihet = "avdragsfrihet";
    public const string HoeyestePaaslag = "paaslag-hoeyest";
    public const string Fratrekk = "fratrekk-basisrente";
    public const string KommunensAndel = "tapsdeling-kommunen";
    public const string Egenkapital = "foerstegang-egenkapital";
    public const string LoepetidFoerstegang = "foerstegang-loepetid";
    public const string Dokumentavgift = "dokumentavgift";
    public const string Tinglysing = "tinglysing";
    public const string Etableringsgebyr = "etableringsgebyr";
    public const string Grunnbeloep = "grunnbeloep";

    private const string Forskriften = "FOR-2019-11-18-1546";
    private const string Rentesidene = "husbanken.no, rentesatser for månedlige terminer, november 2026";
    private const string Foersteganger = "husbanken.no, veileder for startlån (19.08.2025), forsøk med startlån 2.4 og 4";
    private static readonly DateOnly Forskriftsdag = new(2020, 1, 1);
    private static readonly DateOnly November = new(2026, 11, 1);
    private static readonly DateOnly Forsoeksdag = new(2024, 7, 1);

    /// <summary>What the sources have. Styringsrenten is not in them, and not here.</summary>
    public static IReadOnlyList<Sats> Kjente { get; } =
    [
        // § 8-2: the floating rate is fixed for two months from the turn of the year, the others for a month.
        new(Navn(Rentetype.Flytende), 4.131m, "prosent", November, Rentesidene, Sikkerhet.Funnet, new(2027, 1, 1)),
        new(Navn(Rentetype.Fast3), 4.774m, "prosent", November, Rentesidene, Sikkerhet.Funnet, new(2026, 12, 1)),
        new(Navn(Rentetype.Fast5), 4.650m, "prosent", November, Rentesidene, Sikkerhet.Funnet, new(2026, 12, 1)),
        new(Navn(Rentetype.Fast10), 4.535m, "prosent", November, Rentesidene, Sikkerhet.Funnet, new(2026, 12, 1)),
        new(Navn(Rentetype.Fast20), 4.822m, "prosent", November, Rentesidene, Sikkerhet.Funnet, new(2026, 12, 1)),
        new(Fratrekk, 0.75m, "prosentpoeng", Forskriftsdag, $"{Forskriften} § 8-2 tredje ledd", Sikkerhet.Funnet),
        new(HoeyestePaaslag, 0.25m, "prosentpoeng", Forskriftsdag, $"{Forskriften} § 8-2", Sikkerhet.Funnet),
        new(LengsteLoepetid, 30, "aar", Forskriftsdag, $"{Forskriften} § 8-5 første ledd b", Sikkerhet.Funnet),
        new(LengsteLoepetidSaerlig, 50, "aar", Forskriftsdag, $"{Forskriften} § 8-5 første ledd b tredje punktum", Sikkerhet.Funnet),
        new(LengsteAvdragsfrihet, 8, "aar", Forskriftsdag, $"{Forskriften} § 8-5 første ledd c", Sikkerhet.Funnet),
        new(KommunensAndel, 25, "prosent", Forskriftsdag, $"{Forskriften} § 7-5 femte ledd", Sikkerhet.Funnet),
        new(Stresspaaslag, 2.5m, "prosentpoeng", Forskriftsdag, "husbanken.no: styringsrenten + 2,5 prosentpoeng, medregnet påslaget på 0,25; verdien står i Startskudd", Sikkerhet.Funnet),
        new(Egenkapital, 5, "prosent", Forsoeksdag, Foersteganger, Sikkerhet.Funnet),
        new(LoepetidFoerstegang, 10, "aar", Forsoeksdag, Foersteganger, Sikkerhet.Funnet),
        new(Dokumentavgift, 2.5m, "prosent", Forskriftsdag, "Dokumentavgift av salgsverdien; Husbankens eksempel for førstegangsetablerere går opp med den", Sikkerhet.Beregnet),
        new(Tinglysing, 545, "kr", new(2025, 1, 1), "Antatt gebyr for ett dokument i Husbankens eksempel; kontroller mot kartverket.no", Sikkerhet.Ubekreftet, new(2026, 1, 1)),
        new(Etableringsgebyr, 4_000, "kr", new(2025, 1, 1), "Det som gjenstår av 4 545 kr i Husbankens eksempel når tinglysing av ett dokument er trukket fra", Sikkerhet.Beregnet),
        new(Grunnbeloep, 130_160, "kr", new(2025, 5, 1), "folketrygdloven § 1-4, 1.5.2025", Sikkerhet.Funnet, new(2026, 5, 1)),
        new(Grunnbeloep, 136_549, "kr", new(2026, 5, 1), "folketrygdloven § 1-4, 1.5.2026", Sikkerhet.Funnet, new(2027, 5, 1)),
    ];

    /// <summary>The name of a rate: «rente-fast-3».</summary>
    public static string Navn(Rentetype type) => type switch
    {
        Rentetype.Flytende => "rente-flytende",
        Rentetype.Fast3 => "rente-fast-3",
        Rentetype.Fast5 => "rente-fast-5",
        Rentetype.Fast10 => "rente-fast-10",
        _ => "rente-fast-20",
    };

    /// <summary>Those in force on a day, one of each name, in the order that they are known in.</summary>
    public static IReadOnlyList<Sats> Gjeldende(DateOnly dato, IEnumerable<Sats> egne) =>
        [.. Kjente.Concat(egne).Where(s => s.Fra <= dato).GroupBy(s => s.Navn, StringComparer.Ordinal).Select(g => g.Aggregate((a, b) => b.Fra >= a.Fra ? b : a))];

    /// <summary>One of them; null when none is in force.</summary>
    public static Sats? Finn(this IReadOnlyList<Sats> satser, string navn) => satser.FirstOrDefault(s => s.Navn == navn);

    /// <summary>One that has been in force as long as the forskrift.</summary>
    public static decimal Verdi(this IReadOnlyList<Sats> satser, string navn) => satser.Finn(navn)?.Verdi
        ?? throw new ArgumentOutOfRangeException(nameof(navn), navn, "Not in force; the caller has let in a day before the first.");

    /// <summary>What is missing, as a refusal.</summary>
    public static Avvisning Mangler(string navn, string felt) =>
        new("sats-mangler", $"Satsen «{navn}» er ikke kjent for datoen. Oppgi den i forespørselen, eller legg den inn i kommuneprofilen.", Felt: felt);
}
