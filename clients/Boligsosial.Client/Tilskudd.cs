namespace Boligsosial.Client;

/// <summary>An application for tilskudd.</summary>
/// <param name="Soekere">The applicants (personRef).</param>
/// <param name="Type">«etablering» or «tilpasning».</param>
/// <param name="Formaal">«kjoep», «oppfoering», «refinansiering» or «utbedring» of etablering; «tilpasning» or «prosjektering» of tilpasning.</param>
/// <param name="Voksne">Who are going to live there: from 18.</param>
/// <param name="SoektBeloep">Kroner.</param>
/// <param name="Plan">What it costs and what pays for it.</param>
public record TilskuddssoeknadInn(IReadOnlyList<Guid> Soekere, string Type, string Formaal, int Voksne, decimal SoektBeloep, Tilskuddsplan Plan)
{
    /// <summary>The age of each child.</summary>
    public IReadOnlyList<int>? BarnsAlder { get; init; }

    /// <summary>Kinds of documentation that the applicant is to show; all when null.</summary>
    public IReadOnlyList<string>? Etterspurt { get; init; }

    /// <summary>Of these, those that came with it.</summary>
    public IReadOnlyList<string>? Dokumentert { get; init; }

    /// <summary>The day it came; today when null.</summary>
    public DateOnly? Mottatt { get; init; }
}

/// <summary>What it costs and what pays for it, beside tilskudd and NAV.</summary>
/// <param name="Kostnader">What it costs.</param>
public record Tilskuddsplan(IReadOnlyList<Tilskuddskostnad> Kostnader)
{
    /// <summary>Kroner.</summary>
    public decimal? Egenkapital { get; init; }

    /// <summary>Kroner.</summary>
    public decimal? AndreMidler { get; init; }

    /// <summary>The application for startlån that is for the same.</summary>
    public Guid? StartlaanId { get; init; }
}

/// <summary>A cost.</summary>
/// <param name="Navn">What; name nobody.</param>
/// <param name="Beloep">Kroner.</param>
public record Tilskuddskostnad(string Navn, decimal Beloep);

/// <summary>What should be decided, and what is known.</summary>
/// <param name="Utfall">«innvilget» or «avslag».</param>
/// <param name="Begrunnelse">Why.</param>
/// <param name="Fakta">What is known of the conditions.</param>
public record Tilskuddsinnstilling(string Utfall, string Begrunnelse, Tilskuddsfakta Fakta)
{
    /// <summary>Kinds of documentation that have come since.</summary>
    public IReadOnlyList<string>? Dokumentert { get; init; }

    /// <summary>The day; today when null.</summary>
    public DateOnly? Dato { get; init; }

    /// <summary>What the caseworker made of the conditions that the rules leave to a person: all of them for a grant.</summary>
    public IReadOnlyList<Vilkaarsvurdering>? Vurderinger { get; init; }
}

/// <summary>What is known of the case; null is not known yet, and then a person judges.</summary>
public record Tilskuddsfakta
{
    /// <summary>Is not able to get or keep a dwelling without help.</summary>
    public bool? Vanskeligstilt { get; init; }

    /// <summary>Of the household.</summary>
    public bool? LavInntekt { get; init; }

    /// <summary>Without tilskudd.</summary>
    public bool? KanEtablereSegSelv { get; init; }

    /// <summary>Owns, and needs a dwelling that suits better.</summary>
    public bool? TrengerBedreTilpassetBolig { get; init; }

    /// <summary>Economic problems that last.</summary>
    public bool? LangvarigeProblemer { get; init; }

    /// <summary>What is to be mended is a used dwelling, newly bought.</summary>
    public bool? NyinnkjoeptBruktbolig { get; init; }

    /// <summary>A longer term and avdragsfrihet on startlån has been used first.</summary>
    public bool? StartlaanUtnyttet { get; init; }

    /// <summary>Somebody in the household, now or later.</summary>
    public bool? TrengerTilpassetBolig { get; init; }

    /// <summary>Of the adaptation.</summary>
    public bool? Noedvendig { get; init; }

    /// <summary>The household can pay for it itself.</summary>
    public bool? KanFinansiereSelv { get; init; }

    /// <summary>The dwelling is rented.</summary>
    public bool? LeidBolig { get; init; }

    /// <summary>Who owns it has approved.</summary>
    public bool? UtleierGodkjenner { get; init; }
}

/// <summary>A grant, by another person than the one who prepared it.</summary>
/// <param name="Beloep">Kroner: what is missing in the plan, neither more nor less.</param>
/// <param name="Begrunnelse">Why.</param>
/// <param name="BarnetsBeste">How regard was had to it, when there are children.</param>
public record Tilskuddsinnvilgelse(decimal Beloep, string Begrunnelse, string? BarnetsBeste = null)
{
    /// <summary>What the one who decides made of conditions; a reason for «kommunens-hovedregel» where more is granted than was applied for.</summary>
    public IReadOnlyList<Vilkaarsvurdering>? Vurderinger { get; init; }
}

/// <summary>An application as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">«etablering» or «tilpasning».</param>
/// <param name="Formaal">What it is for.</param>
/// <param name="Status">«mottatt», «innstilt», «innvilget», «avslag», «trukket», «annullert» or «utbetalt».</param>
/// <param name="Soekere">The applicants (personRef).</param>
/// <param name="Mottatt">The day it came.</param>
/// <param name="SoektBeloep">Kroner.</param>
/// <param name="DokumentasjonMangler">Asked for, and not come.</param>
/// <param name="Innvilget">Kroner that are granted and not given back.</param>
/// <param name="Utbetalt">Kroner.</param>
/// <param name="BrukesInnen">The last day of the time in which it is to be used.</param>
public record Tilskuddssoeknad(
    Guid Id, string Type, string Formaal, string Status, IReadOnlyList<Guid> Soekere, DateOnly Mottatt, decimal SoektBeloep, IReadOnlyList<string> DokumentasjonMangler, decimal? Innvilget,
    decimal Utbetalt, DateOnly? BrukesInnen);
