using Refit;

namespace Boligsosial.Client;

/// <summary>The household's money, kroner a month.</summary>
/// <param name="NettoInntekt">After tax, of all who are to pay.</param>
/// <param name="Livsopphold">What the household lives on.</param>
public record Husholdning(decimal NettoInntekt, decimal Livsopphold)
{
    /// <summary>The state's guiding sum for such a household: livsopphold is never reckoned as less.</summary>
    public decimal? VeiledendeSats { get; init; }

    /// <summary>Terms of other debt.</summary>
    public decimal? Gjeld { get; init; }

    /// <summary>Barnehage, SFO, bidrag and the like.</summary>
    public decimal? AndreFaste { get; init; }

    /// <summary>Upkeep of the dwelling.</summary>
    public decimal? Vedlikehold { get; init; }
}

/// <summary>One way to buy; what is null is as the service's documentation says.</summary>
public record Laanevariant
{
    /// <summary>What the caller calls it; name nobody.</summary>
    public string? Navn { get; init; }

    /// <summary>Kroner; without it the largest loan is reckoned.</summary>
    public decimal? Kjoepesum { get; init; }

    /// <summary>«selveier» or «borettslag».</summary>
    public string? Eieform { get; init; }

    /// <summary>Kroner.</summary>
    public decimal? Egenkapital { get; init; }

    /// <summary>Kroner.</summary>
    public decimal? Tilskudd { get; init; }

    /// <summary>Years.</summary>
    public int? LoepetidAar { get; init; }

    /// <summary>Years with interest only.</summary>
    public int? AvdragsfrihetAar { get; init; }

    /// <summary>«annuitet» or «serie».</summary>
    public string? Laanetype { get; init; }

    /// <summary>«flytende», «fast3», «fast5», «fast10» or «fast20».</summary>
    public string? Rentetype { get; init; }

    /// <summary>Percent, all included.</summary>
    public decimal? Rente { get; init; }

    /// <summary>Kroner a month.</summary>
    public decimal? Felleskostnader { get; init; }

    /// <summary>Kroner a month.</summary>
    public decimal? KommunaleAvgifter { get; init; }
}

/// <summary>A household and 1 to 20 ways to buy.</summary>
/// <param name="Husholdning">The household's money.</param>
/// <param name="Varianter">The ways.</param>
/// <param name="Dato">Rates of this day; today when null.</param>
public record Startlaanspoersmaal(Husholdning Husholdning, IReadOnlyList<Laanevariant> Varianter, DateOnly? Dato = null)
{
    /// <summary>Percent; the municipality's own when null.</summary>
    public decimal? Styringsrente { get; init; }
}

/// <summary>What comes of it: a calculation, not a vedtak.</summary>
/// <param name="Dato">Rates of this day.</param>
/// <param name="Forbehold">Who decides.</param>
/// <param name="Varianter">In the order they were asked for.</param>
public record Startlaanberegning(DateOnly Dato, string Forbehold, IReadOnlyList<Laanevariantsvar> Varianter);

/// <summary>One way and what it comes to, or the rule that does not let it be done.</summary>
/// <param name="Navn">As the caller calls it.</param>
/// <param name="Avvisning">The rule that is crossed.</param>
/// <param name="Resultat">Null when one is.</param>
public record Laanevariantsvar(string? Navn, Laaneavvisning? Avvisning, Laaneresultat? Resultat);

/// <summary>A rule that is crossed.</summary>
/// <param name="Kode">In kebab-case: «loepetid-for-lang».</param>
/// <param name="Tekst">For people.</param>
public record Laaneavvisning(string Kode, string Tekst);

/// <summary>What one way comes to; kroner.</summary>
/// <param name="Laan">The loan.</param>
/// <param name="StoersteLaan">What the household can carry.</param>
/// <param name="Mangler">What is needed and cannot be lent.</param>
/// <param name="Begrensning">What stops it.</param>
/// <param name="DisponibeltPerMaaned">For the terms.</param>
/// <param name="KostnadPerMaaned">The first month.</param>
/// <param name="StressetKostnadPerMaaned">The dearest month at the stress rate.</param>
/// <param name="Rente">Percent.</param>
/// <param name="Stressrente">Percent.</param>
/// <param name="Utveier">What would change the answer.</param>
public record Laaneresultat(
    decimal Laan, decimal StoersteLaan, decimal Mangler, string Begrensning, decimal DisponibeltPerMaaned, decimal KostnadPerMaaned, decimal StressetKostnadPerMaaned, decimal Rente, decimal Stressrente,
    IReadOnlyList<Laaneutvei> Utveier);

/// <summary>One change that alone would give the loan, or as much of it as the change can.</summary>
/// <param name="Kode">«lengre-loepetid», «mer-egenkapital»; more may come.</param>
/// <param name="Naa">As it is.</param>
/// <param name="Maa">What it would have to be.</param>
/// <param name="Enhet">«aar», «kr», «kr/maaned» or «prosent».</param>
/// <param name="Laan">The loan with it.</param>
/// <param name="Holder">Whether all that is needed can be lent then.</param>
public record Laaneutvei(string Kode, decimal Naa, decimal Maa, string Enhet, decimal Laan, bool Holder);

/// <summary>An application for startlån.</summary>
/// <param name="Soekere">The applicants (personRef).</param>
/// <param name="Formaal">«kjoep», «utbedring», «tilpasning», «oppfoering» or «refinansiering».</param>
/// <param name="Voksne">Who are going to live there: from 18.</param>
/// <param name="Oekonomi">The household's money a month.</param>
/// <param name="SoektBeloep">Kroner.</param>
public record StartlaansoeknadInn(IReadOnlyList<Guid> Soekere, string Formaal, int Voksne, Husholdning Oekonomi, decimal SoektBeloep)
{
    /// <summary>«ordinaer» or «foerstegangsetablering».</summary>
    public string? Ordning { get; init; }

    /// <summary>The age of each child.</summary>
    public IReadOnlyList<int>? BarnsAlder { get; init; }

    /// <summary>They rent of the municipality.</summary>
    public bool LeierKommunalt { get; init; }

    /// <summary>Kinds of documentation that came with it.</summary>
    public IReadOnlyList<string>? Dokumentert { get; init; }

    /// <summary>The day it came; today when null.</summary>
    public DateOnly? Mottatt { get; init; }

    /// <summary>For statistics: «kommunal-utleiebolig», «privat-leid», «foreldres-bolig», «eid» or «annet».</summary>
    public string? Boforhold { get; init; }

    /// <summary>For statistics.</summary>
    public bool? Flyktning { get; init; }

    /// <summary>For statistics: one of the municipality's groups.</summary>
    public string? Mottakergruppe { get; init; }
}

/// <summary>An application as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Ordning">«ordinaer» or «foerstegangsetablering».</param>
/// <param name="Formaal">What it is for.</param>
/// <param name="Status">«mottatt», «innstilt», «innvilget», «avslag», «trukket», «utloept» or «utbetalt».</param>
/// <param name="Soekere">The applicants (personRef).</param>
/// <param name="Mottatt">The day it came.</param>
/// <param name="SoektBeloep">Kroner.</param>
/// <param name="DokumentasjonMangler">Asked for, and not come.</param>
/// <param name="Bevis">The finansieringsbevis, when there is one.</param>
/// <param name="Vedtak">Oldest first; the last one counts.</param>
public record Startlaansoeknad(
    Guid Id, string Ordning, string Formaal, string Status, IReadOnlyList<Guid> Soekere, DateOnly Mottatt, decimal SoektBeloep, IReadOnlyList<string> DokumentasjonMangler,
    Finansieringsbevis? Bevis, IReadOnlyList<Startlaanvedtak> Vedtak);

/// <summary>A finansieringsbevis.</summary>
/// <param name="Beloep">Kroner.</param>
/// <param name="GyldigTil">The last day on which it can be used.</param>
/// <param name="Forlenget">How many times.</param>
public record Finansieringsbevis(decimal Beloep, DateOnly GyldigTil, int Forlenget);

/// <summary>A vedtak.</summary>
/// <param name="Nr">1 for the first.</param>
/// <param name="Utfall">«innvilget» or «avslag».</param>
/// <param name="Dato">The day.</param>
/// <param name="Beloep">Kroner, of a grant.</param>
/// <param name="Avslagsgrunn">Of a refusal.</param>
/// <param name="Begrunnelse">Why.</param>
/// <param name="Klagefrist">The last day for a klage.</param>
/// <param name="BesluttetAv">Who made it.</param>
public record Startlaanvedtak(int Nr, string Utfall, DateOnly Dato, decimal? Beloep, string? Avslagsgrunn, string Begrunnelse, DateOnly Klagefrist, string BesluttetAv);

/// <summary>A grant, by another person than the one who prepared it.</summary>
/// <param name="Beloep">Kroner.</param>
/// <param name="Begrunnelse">Why.</param>
/// <param name="BarnetsBeste">How regard was had to it, when there are children.</param>
public record Startlaaninnvilgelse(decimal Beloep, string Begrunnelse, string? BarnetsBeste = null)
{
    /// <summary>What the one who decides made of conditions; a reason for «betjeningsevne» where the household's money does not carry the loan.</summary>
    public IReadOnlyList<Vilkaarsvurdering>? Vurderinger { get; init; }
}

/// <summary>A person's judgement of a condition that the rules leave to one.</summary>
/// <param name="Vilkaar">«formaal», «hvem», «betjeningsevne», «formaal-og-bolig», «behovsproeving» …; of tilskudd «prioritet», «startlaan-foerst», «nav-hjelpemiddelsentral» …</param>
/// <param name="Grunn">Why.</param>
/// <param name="Oppfylt">False when it does not hold.</param>
public record Vilkaarsvurdering(string Vilkaar, string Grunn, bool Oppfylt = true);

/// <summary>A refusal, by another person than the one who prepared it.</summary>
/// <param name="Grunn">«manglende-betjeningsevne», «ikke-vanskeligstilt», «kommunale-retningslinjer», «kommunen-har-ikke-midler» …</param>
/// <param name="Begrunnelse">Why.</param>
/// <param name="BarnetsBeste">How regard was had to it, when there are children.</param>
/// <param name="Unntaksvurdering">Why no exception is made, when the ground is the municipality's own rules.</param>
public record Startlaanavslag(string Grunn, string Begrunnelse, string? BarnetsBeste = null, string? Unntaksvurdering = null);

/// <summary>Which applications; what is null does not count.</summary>
public record Startlaanfilter
{
    /// <summary>Where it stands today.</summary>
    [AliasAs("status")]
    public string? Status { get; init; }

    /// <summary>Of this person.</summary>
    [AliasAs("personRef")]
    public Guid? PersonRef { get; init; }

    /// <summary>Granted, and neither used nor written down as lapsed.</summary>
    [AliasAs("ubrukt")]
    public bool? Ubrukt { get; init; }

    /// <summary>On a page.</summary>
    [AliasAs("antall")]
    public int? Antall { get; init; }

    /// <summary>Where to go on: <see cref="Side{T}.Neste"/> of the page before.</summary>
    [AliasAs("etter")]
    public string? Etter { get; init; }
}
