using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;

namespace Boligsosial.Finansiering.Tilskudd.Regler;

/// <summary>The two kinds, each with a bevilgning of its own.</summary>
public enum Tilskuddstype
{
    /// <summary>Bustøttelova § 14.</summary>
    Etablering,

    /// <summary>Bustøttelova § 15.</summary>
    Tilpasning,
}

/// <summary>What the money is for.</summary>
public enum Tilskuddsformaal
{
    Kjoep,
    Oppfoering,
    Refinansiering,

    /// <summary>Of a used dwelling that is newly bought.</summary>
    Utbedring,
    Tilpasning,

    /// <summary>Professional help to plan an adaptation.</summary>
    Prosjektering,
}

/// <summary>
/// The grounds on which a tilskudd may be refused: those that follow of bustøttelova §§ 14 and 15, and that the municipality has no money or no use for more. Husbanken publishes no
/// list as it does for startlån.
/// </summary>
public enum Tilskuddsavslag
{
    IkkeIMaalgruppen,
    UtenforFormaalet,
    KanFinansieresPaaAnnenMaate,
    TiltaketErIkkeNoedvendig,
    OpplysningerMangler,
    KommunenHarIkkeMidler,

    /// <summary>Others go first: personer med langvarige økonomiske problemer (§ 14 second paragraph).</summary>
    IkkePrioritert,
}

/// <summary>What is known of the case; null is not known yet. Which illness or disability there is, is nowhere asked.</summary>
public sealed record Tilskuddsfakta
{
    /// <summary>Is not able to get or keep a dwelling without help (§ 14 first paragraph).</summary>
    public bool? Vanskeligstilt { get; init; }

    public bool? LavInntekt { get; init; }

    /// <summary>Manages to get a dwelling of their own without tilskudd.</summary>
    public bool? KanEtablereSegSelv { get; init; }

    /// <summary>Owns, and needs a dwelling that suits better (reetablering).</summary>
    public bool? TrengerBedreTilpassetBolig { get; init; }

    /// <summary>Economic problems that last.</summary>
    public bool? LangvarigeProblemer { get; init; }

    /// <summary>What is to be mended is a used dwelling, newly bought.</summary>
    public bool? NyinnkjoeptBruktbolig { get; init; }

    /// <summary>A longer term and avdragsfrihet on startlån has been used first.</summary>
    public bool? StartlaanUtnyttet { get; init; }

    /// <summary>Somebody in the household needs an adapted dwelling, now or later.</summary>
    public bool? TrengerTilpassetBolig { get; init; }

    public bool? Noedvendig { get; init; }

    /// <summary>The household can pay for it itself.</summary>
    public bool? KanFinansiereSelv { get; init; }

    public bool? LeidBolig { get; init; }

    public bool? UtleierGodkjenner { get; init; }
}

/// <summary>
/// The conditions of tilskudd til etablering (bustøttelova § 14) and til tilpasning (§ 15), LOV-2012-08-24-64, in force from 1 January 2020; and of what Husbanken's guidance for
/// kommunale boligtilskudd adds. A rule answers from what is known; a person decides.
/// </summary>
public static class Tilskuddsvilkaar
{
    private const string Lov = "bustøttelova";
    private const string Hovedregel = "kommunens-hovedregel";
    private const string Veileder = "Husbankens veileder for kommunale boligtilskudd";
    private static readonly DateOnly IKraft = new(2020, 1, 1);

    /// <summary>A purpose that the law does not give that kind of tilskudd for.</summary>
    public static Avvisning? Formaalet(Tilskuddstype type, Tilskuddsformaal formaal) => (type, formaal) switch
    {
        (Tilskuddstype.Etablering, Tilskuddsformaal.Tilpasning or Tilskuddsformaal.Prosjektering) =>
            new("formaal-utenfor-typen", "Tilskudd til etablering gis til å kjøpe, føre opp eller refinansiere egen bolig, eller til å utbedre en nyinnkjøpt bruktbolig.", Paragraf("§ 14 tredje ledd"), "formaal"),
        (Tilskuddstype.Tilpasning, not (Tilskuddsformaal.Tilpasning or Tilskuddsformaal.Prosjektering)) =>
            new("formaal-utenfor-typen", "Tilskudd til tilpasning gis til tilpasning av bolig, og til prosjektering og utredning av den.", Paragraf("§ 15 tredje ledd"), "formaal"),
        _ => null,
    };

    /// <summary>What each condition comes to.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="formaal">What it is for.</param>
    /// <param name="f">What is known.</param>
    /// <param name="nav">Where it stands at NAV hjelpemiddelsentral: true answered, false asked, null not asked.</param>
    /// <param name="behovsproeves">Whether the municipality tests tilpasning against what the household can pay.</param>
    /// <param name="beloep">Kroner that are applied for.</param>
    /// <param name="hovedregelMaks">The municipality's main rule for how much; null: it has none.</param>
    public static IReadOnlyList<Vilkaarssvar> Vurder(Tilskuddstype type, Tilskuddsformaal formaal, Tilskuddsfakta f, bool? nav, bool behovsproeves, decimal beloep, decimal? hovedregelMaks) =>
    [
        .. type == Tilskuddstype.Etablering
            ? [TilFormaal(formaal, f), Maalgruppe(f), Etablering(f), Prioritet(f), Startlaan(f)]
            : (Vilkaarssvar[])[TilFormaal(formaal, f), Behov(f), Noedvendig(f), Behovsproeving(f, behovsproeves), Utleier(f), Nav(nav)],
        .. hovedregelMaks is { } maks ? [Beloepet(beloep, maks)] : (Vilkaarssvar[])[],
    ];

    /// <summary>The answers with what the main rule for how much says of what is granted, where nobody has judged it: more may be granted than was applied for.</summary>
    public static IReadOnlyList<Vilkaarssvar> MedBeloep(IReadOnlyList<Vilkaarssvar> svar, decimal beloep, decimal? hovedregelMaks) =>
        hovedregelMaks is { } maks ? [.. svar.Select(s => s.Navn == Hovedregel && s is { Vurdering: null, Utfall: not Vilkaarsutfall.IkkeOppfylt } ? Beloepet(beloep, maks) : s)] : svar;

    private static Vilkaarssvar TilFormaal(Tilskuddsformaal formaal, Tilskuddsfakta f) => Svar(
        "formaal", formaal is Tilskuddsformaal.Tilpasning or Tilskuddsformaal.Prosjektering ? "§ 15 tredje ledd" : "§ 14 tredje ledd", formaal != Tilskuddsformaal.Utbedring ? true : f.NyinnkjoeptBruktbolig,
        "Formålet er blant dem tilskuddet gis til.", "Utbedring dekkes bare av en nyinnkjøpt bruktbolig.", "Det er ikke klart om boligen er en nyinnkjøpt bruktbolig.");

    private static Vilkaarssvar Maalgruppe(Tilskuddsfakta f) => Svar("maalgruppe", "§ 14 første ledd", f.Vanskeligstilt,
        "Husstanden er vanskeligstilt på boligmarkedet.", "Husstanden er ikke vanskeligstilt på boligmarkedet.", "Det er ikke vurdert om husstanden er vanskeligstilt på boligmarkedet.");

    private static Vilkaarssvar Etablering(Tilskuddsfakta f)
    {
        bool? foerste = f.LavInntekt == false || f.KanEtablereSegSelv == true ? false : f is { LavInntekt: true, KanEtablereSegSelv: false } ? true : null;
        return Svar("etablering", "§ 14 andre ledd", foerste == true || f.TrengerBedreTilpassetBolig == true ? true : foerste == false && f.TrengerBedreTilpassetBolig == false ? false : null,
            foerste == true ? "Inntekten er lav, og husstanden klarer ikke å etablere seg i egen bolig." : "Husstanden trenger en bedre tilpasset bolig (reetablering).",
            "Husstanden klarer å etablere seg selv, og trenger ikke en bedre tilpasset bolig.", "Det er ikke vurdert ferdig om inntekten er lav, om husstanden klarer å etablere seg, eller om den trenger en bedre tilpasset bolig.");
    }

    /// <summary>Who goes first is no condition: without lasting problems a person weighs it.</summary>
    private static Vilkaarssvar Prioritet(Tilskuddsfakta f) => Svar("prioritet", "§ 14 andre ledd tredje punktum", f.LangvarigeProblemer == true ? true : null,
        "Husstanden har langvarige økonomiske problemer og skal prioriteres.", "",
        f.LangvarigeProblemer == false ? "De økonomiske problemene er ikke langvarige. Tilskudd kan gis, men andre går foran." : "Det er ikke vurdert om de økonomiske problemene er langvarige.");

    private static Vilkaarssvar Startlaan(Tilskuddsfakta f) => new("startlaan-foerst", f.StartlaanUtnyttet == true ? Vilkaarsutfall.Oppfylt : Vilkaarsutfall.MaaVurderes,
        f.StartlaanUtnyttet == true ? "Nedbetalingstid og avdragsfrihet på startlån er brukt først." : "Vurder om lengre nedbetalingstid eller avdragsfrihet på startlån gjør tilskuddet unødvendig eller mindre.", new(Veileder, "startlån og tilskudd i sammenheng"));

    private static Vilkaarssvar Behov(Tilskuddsfakta f) => Svar("behov", "§ 15 første og andre ledd", f.TrengerTilpassetBolig,
        "Noen i husstanden trenger en tilpasset bolig, nå eller i framtiden.", "Ingen i husstanden trenger en tilpasset bolig, nå eller i framtiden.", "Behovet for tilpasset bolig er ikke vurdert.");

    private static Vilkaarssvar Noedvendig(Tilskuddsfakta f) => Svar("noedvendig", "§ 15 første ledd", f.Noedvendig,
        "Tiltaket er en nødvendig tilpasning.", "Tiltaket er ikke en nødvendig tilpasning.", "Det er ikke vurdert om tiltaket er nødvendig.");

    private static Vilkaarssvar Behovsproeving(Tilskuddsfakta f, bool behovsproeves) => Svar("behovsproeving", "§ 15 andre ledd tredje punktum", behovsproeves ? !f.KanFinansiereSelv : true,
        behovsproeves ? "Husstanden kan ikke betale tiltaket selv." : "Kommunen behovsprøver ikke tilskudd til tilpasning.", "Husstanden kan betale tiltaket selv.", "Det er ikke vurdert om husstanden kan betale tiltaket selv.");

    private static Vilkaarssvar Utleier(Tilskuddsfakta f)
    {
        var (utfall, grunn) = (f.LeidBolig, f.UtleierGodkjenner) switch
        {
            (false, _) => (Vilkaarsutfall.Oppfylt, "Husstanden eier boligen."),
            (true, true) => (Vilkaarsutfall.Oppfylt, "Utleieren har godkjent tiltaket."),
            (true, false) => (Vilkaarsutfall.IkkeOppfylt, "Utleieren har ikke godkjent tiltaket."),
            _ => (Vilkaarsutfall.MaaVurderes, "Det er ikke klart om boligen er leid, eller om utleieren godkjenner tiltaket."),
        };
        return new("utleiers-godkjenning", utfall, grunn, new(Veileder, "tilpasning av leid bolig"));
    }

    private static Vilkaarssvar Nav(bool? nav) => new("nav-hjelpemiddelsentral", nav == true ? Vilkaarsutfall.Oppfylt : Vilkaarsutfall.MaaVurderes,
        nav switch
        {
            true => "Det er avklart hva NAV hjelpemiddelsentral dekker.",
            false => "NAV hjelpemiddelsentral har ikke svart.",
            _ => "Det er ikke avklart om NAV hjelpemiddelsentral dekker noe av tiltaket.",
        },
        new("folketrygdloven", "§§ 10-6 og 10-7", new(1997, 5, 1)));

    private static Vilkaarssvar Beloepet(decimal beloep, decimal maks) => new(Hovedregel, beloep <= maks ? Vilkaarsutfall.Oppfylt : Vilkaarsutfall.MaaVurderes,
        beloep <= maks ? $"Innenfor kommunens hovedregel på {Norsk.Kroner(maks)} kr." : $"Over kommunens hovedregel på {Norsk.Kroner(maks)} kr. Regelen er ikke absolutt: vurder om det er grunn til mer.", new("kommunens retningslinjer", "hovedregel for beløp"));

    private static Vilkaarssvar Svar(string navn, string paragraf, bool? holder, string ja, string nei, string ukjent) => new(
        navn, holder switch { true => Vilkaarsutfall.Oppfylt, false => Vilkaarsutfall.IkkeOppfylt, _ => Vilkaarsutfall.MaaVurderes }, holder switch { true => ja, false => nei, _ => ukjent }, Paragraf(paragraf));

    private static Hjemmel Paragraf(string paragraf) => new(Lov, paragraf, IKraft);
}
