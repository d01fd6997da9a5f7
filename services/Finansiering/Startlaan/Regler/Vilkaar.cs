using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>What a startlån is for (§ 5-3).</summary>
public enum Formaal
{
    Kjoep,
    Utbedring,
    Tilpasning,
    Oppfoering,
    Refinansiering,
}

/// <summary>What a rule comes to.</summary>
public enum Vilkaarsutfall
{
    Oppfylt,
    IkkeOppfylt,

    /// <summary>The facts are not all there, or it is for a person to weigh them.</summary>
    MaaVurderes,
}

/// <summary>What is known of the case; null is not known yet.</summary>
public sealed record Vilkaarsfakta
{
    public required Formaal Formaal { get; init; }

    /// <summary>The applicants are private persons.</summary>
    public bool Privatperson { get; init; } = true;

    /// <summary>Problems with financing an owned dwelling are expected to last (§§ 5-1, 5-4 a).</summary>
    public bool? LangvarigProblem { get; init; }

    /// <summary>A bank has refused, or offered too little.</summary>
    public bool? AvslagIBank { get; init; }

    /// <summary>The loan can be carried, by <see cref="Betjeningsevne"/>.</summary>
    public bool? KanBetjene { get; init; }

    public bool? Egnet { get; init; }

    public bool? Noektern { get; init; }

    public bool? Rimelig { get; init; }

    /// <summary>Whether a bank could take part has been looked into.</summary>
    public bool? SamfinansieringVurdert { get; init; }

    /// <summary>Refinancing lets the household stay.</summary>
    public bool? KanBliBoende { get; init; }

    /// <summary>The household has saved what it could (§ 5-4 b).</summary>
    public bool? HarSpart { get; init; }

    public int AntallBarn { get; init; }

    public bool? SaerligeUtfordringer { get; init; }

    /// <summary>The regard to a safe, good and stable home within a short time speaks for it.</summary>
    public bool? TryggBosituasjonTalerFor { get; init; }

    /// <summary>The household has trouble paying its boutgifter.</summary>
    public bool? ProblemerMedBoutgifter { get; init; }

    /// <summary>Where the household lives hinders keeping work, or local business from growing.</summary>
    public bool? HindrerArbeidEllerNaeringsliv { get; init; }

    /// <summary>The loan makes better use of municipal dwellings, as when a tenant buys.</summary>
    public bool? FrigjoerKommunalBolig { get; init; }

    public bool? LeierKommunalBolig { get; init; }

    public bool? FareForAaMisteBoligen { get; init; }
}

/// <summary>What a person made of a condition.</summary>
/// <param name="Grunn">Why.</param>
/// <param name="Av">Who stands for it.</param>
public sealed record Skjoenn(string Grunn, string Av);

/// <summary>A condition and what it comes to.</summary>
/// <param name="Navn">Which.</param>
/// <param name="Utfall">What it comes to.</param>
/// <param name="Grunn">Why, by what is known.</param>
/// <param name="Hjemmel">The paragraph.</param>
/// <param name="Vurdering">What a person made of it; null when the rule answered alone.</param>
public sealed record Vilkaarssvar(string Navn, Vilkaarsutfall Utfall, string Grunn, Hjemmel Hjemmel, Skjoenn? Vurdering = null);

/// <summary>
/// The conditions of a startlån: for whom, who cannot borrow elsewhere and can pay, for what dwelling, and after a test of need with its exceptions (forskrift om lån
/// fra Husbanken, FOR-2019-11-18-1546, §§ 5-1 to 5-4, in force from 1 January 2020). A rule answers from what is known; it never decides.
/// </summary>
public static class Vilkaar
{
    private static readonly DateOnly IKraft = new(2020, 1, 1);

    public static IReadOnlyList<Vilkaarssvar> Vurder(Vilkaarsfakta f) => [Formaalet(f), Hvem(f), Betjene(f), Boligen(f), Behov(f)];

    /// <summary>Which of the state's and the municipality's groups the household is in: those of <paramref name="grupper"/> that hold, in their order.</summary>
    public static IReadOnlyList<string> Prioritet(Vilkaarsfakta f, IEnumerable<string> grupper) => [.. grupper.Where(g => g switch
    {
        "barnefamilie" => f.AntallBarn > 0,
        "leietaker-kommunal-bolig" => f.LeierKommunalBolig == true,
        "fare-for-aa-miste-boligen" => f.FareForAaMisteBoligen == true,
        "saerlige-utfordringer" => f.SaerligeUtfordringer == true,
        _ => false,
    })];

    private static Vilkaarssvar Formaalet(Vilkaarsfakta f) => Svar("formaal", "§ 5-1", f.LangvarigProblem switch
    {
        true => (Vilkaarsutfall.Oppfylt, "Problemene med å finansiere bolig ventes å vare."),
        false => (Vilkaarsutfall.MaaVurderes, "Problemene ventes ikke å vare. Lånet kan likevel gis i situasjonene i § 5-4 andre ledd."),
        _ => (Vilkaarsutfall.MaaVurderes, "Det er ikke vurdert om problemene vil vare."),
    });

    private static Vilkaarssvar Hvem(Vilkaarsfakta f) => Svar("hvem", "§ 5-2 første og andre ledd", (f.Privatperson, f.AvslagIBank) switch
    {
        (false, _) => (Vilkaarsutfall.IkkeOppfylt, "Startlån gis til enkeltpersoner."),
        (_, true) => (Vilkaarsutfall.Oppfylt, "Søkeren får ikke lån, eller ikke nok, i en vanlig kredittinstitusjon."),
        (_, false) => (Vilkaarsutfall.IkkeOppfylt, "Søkeren får tilstrekkelig lån i en vanlig kredittinstitusjon."),
        _ => (Vilkaarsutfall.MaaVurderes, "Det er ikke vist hva en vanlig kredittinstitusjon tilbyr."),
    });

    private static Vilkaarssvar Betjene(Vilkaarsfakta f) => Svar("betjeningsevne", "§ 5-2 tredje ledd", f.KanBetjene switch
    {
        true => (Vilkaarsutfall.Oppfylt, "Lånet kan betjenes over tid, med nok igjen til livsopphold."),
        false => (Vilkaarsutfall.IkkeOppfylt, "Det er ikke nok igjen til livsopphold når lånet er betjent."),
        _ => (Vilkaarsutfall.MaaVurderes, "Betjeningsevnen er ikke beregnet."),
    });

    private static Vilkaarssvar Boligen(Vilkaarsfakta f)
    {
        bool?[] krav = f.Formaal == Formaal.Refinansiering ? [f.KanBliBoende, f.Egnet, f.Noektern, f.Rimelig] : [f.Egnet, f.Noektern, f.Rimelig];
        return Svar("formaal-og-bolig", "§ 5-3", (krav.Contains(false), krav.Contains(null), f.SamfinansieringVurdert) switch
        {
            (true, _, _) when f is { Formaal: Formaal.Refinansiering, KanBliBoende: false } => (Vilkaarsutfall.IkkeOppfylt, "Refinansieringen bidrar ikke til at husstanden kan bli boende."),
            (true, _, _) => (Vilkaarsutfall.IkkeOppfylt, $"Boligen skal være egnet, nøktern og rimelig; den er ikke {Ikke(f)}."),
            (_, true, _) => (Vilkaarsutfall.MaaVurderes, "Det er ikke vurdert om boligen er egnet, nøktern og rimelig."),
            (_, _, not true) => (Vilkaarsutfall.MaaVurderes, "Kommunen skal vurdere om samfinansiering kan oppnås."),
            _ => (Vilkaarsutfall.Oppfylt, "Formålet er blant dem lån gis til, boligen er egnet, nøktern og rimelig, og samfinansiering er vurdert."),
        });
    }

    private static Vilkaarssvar Behov(Vilkaarsfakta f)
    {
        if (f is { LangvarigProblem: true, HarSpart: true })
            return Svar("behovsproeving", "§ 5-4 første ledd", (Vilkaarsutfall.Oppfylt, "Problemene ventes å vare, og muligheten til sparing er brukt."));
        var unntak = Unntak(f).ToList();
        if (unntak.Find(u => u.Holder == true) is { } holder)
            return Svar("behovsproeving", $"§ 5-4 andre ledd {holder.Bokstav}", (Vilkaarsutfall.Oppfylt, $"Unntak: {holder.Tekst}."));
        if (f.LangvarigProblem is null || f.HarSpart is null)
            return Svar("behovsproeving", "§ 5-4 første ledd", (Vilkaarsutfall.MaaVurderes, "Det er ikke vurdert om problemene vil vare, eller om muligheten til sparing er brukt."));
        var mulig = unntak.FindAll(u => u.Holder is null);
        return mulig.Count > 0
            ? Svar("behovsproeving", "§ 5-4 andre ledd", (Vilkaarsutfall.MaaVurderes, $"Vilkårene i første ledd er ikke oppfylt. Disse unntakene er ikke vurdert ferdig: {string.Join("; ", mulig.Select(u => u.Bokstav + ") " + u.Tekst))}."))
            : Svar("behovsproeving", "§ 5-4", (Vilkaarsutfall.IkkeOppfylt, "Vilkårene i første ledd er ikke oppfylt, og ingen av unntakene i andre ledd holder."));
    }

    /// <summary>The exceptions of § 5-4 second paragraph: true holds, false does not, null is not known.</summary>
    private static IEnumerable<Unntaket> Unntak(Vilkaarsfakta f)
    {
        yield return new("a", "barn eller særlige sosiale eller helsemessige utfordringer, og hensynet til en trygg bosituasjon innen kort tid taler for det", Begge(f.AntallBarn > 0 ? true : f.SaerligeUtfordringer, f.TryggBosituasjonTalerFor));
        yield return new("b", "problemer med boutgiftene, og refinansiering kan bidra til at husstanden blir boende", f.Formaal == Formaal.Refinansiering ? Begge(f.ProblemerMedBoutgifter, f.KanBliBoende) : false);
        yield return new("c", "boligsituasjonen hindrer arbeid eller det lokale næringslivet", f.HindrerArbeidEllerNaeringsliv);
        yield return new("d", "bedre utnyttelse av kommunalt disponerte boliger", f.FrigjoerKommunalBolig);
    }

    private static bool? Begge(bool? en, bool? to) => en == false || to == false ? false : en == true && to == true ? true : null;

    private static string Ikke(Vilkaarsfakta f) =>
        string.Join(" eller ", new[] { f.Egnet == false ? "egnet" : null, f.Noektern == false ? "nøktern" : null, f.Rimelig == false ? "rimelig" : null }.Where(t => t is not null));

    private static Vilkaarssvar Svar(string navn, string paragraf, (Vilkaarsutfall Utfall, string Grunn) svar) =>
        new(navn, svar.Utfall, svar.Grunn, new("forskrift om lån fra Husbanken", paragraf, IKraft));

    private sealed record Unntaket(string Bokstav, string Tekst, bool? Holder);
}
