using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>The grounds on which a startlån may be refused, as Husbanken counts them (årsrapport 2025); there are no others.</summary>
public enum Avslagsgrunn
{
    /// <summary>Lacking or uncertain: the most common.</summary>
    ManglendeBetjeningsevne,
    IkkeVanskeligstilt,

    /// <summary>The municipality's own rules, after an exception was considered.</summary>
    KommunaleRetningslinjer,
    KommunenHarIkkeMidler,
    IkkeSaerligeSosialeEllerHelsemessigeForhold,
    UtenforFormaalet,
    IkkeKategorisert,
}

/// <summary>
/// What a vedtak on startlån must hold: reasons (forvaltningsloven §§ 24 and 25), how regard was had to barnets beste where there are children, in a grant as in a refusal
/// (Grunnloven § 104, in force from 13 May 2014; Husbankens veileder for startlån, «Avslag»), two persons, and no local rule as an absolute one (forskrift om lån fra Husbanken § 9-1).
/// </summary>
public static class Vedtakskontroll
{
    private static readonly Hjemmel Barn = new("Grunnloven", "§ 104", new(2014, 5, 13));
    private static readonly Hjemmel Retningslinjer = new("forskrift om lån fra Husbanken", "§ 9-1", new(2020, 1, 1));
    private static readonly Hjemmel Fullmaktsregel = new("kommuneloven", "§ 13-1 sjette ledd", new(2019, 10, 1));

    // No law says that two must: Startskudd is built so, and it is how the municipality controls itself.
    private static readonly Hjemmel ToPersoner = new("kommuneloven", "§ 25-1", new(2021, 1, 1));

    /// <summary>Where there are children, what is best for them is written.</summary>
    public static Avvisning? BarnetsBeste(int barn, string? tekst) => barn > 0 && string.IsNullOrWhiteSpace(tekst)
        ? new("barnets-beste-mangler", "Det er barn i husstanden: vedtaket skal vise hvordan hensynet til barnets beste er vurdert.", Barn, "barnetsBeste") : null;

    /// <summary>A local rule refuses nobody by itself.</summary>
    public static Avvisning? Unntak(Avslagsgrunn grunn, string? unntaksvurdering) => grunn == Avslagsgrunn.KommunaleRetningslinjer && string.IsNullOrWhiteSpace(unntaksvurdering)
        ? new("unntak-ikke-vurdert", "Kommunale retningslinjer er ikke absolutte: skriv hvorfor det ikke gjøres unntak.", Retningslinjer, "unntaksvurdering") : null;

    /// <summary>Somebody with fullmakt decides, and never on an own innstilling.</summary>
    public static Avvisning? Fullmakt(string bruker, string? innstiltAv, IReadOnlyCollection<string> fullmaktshavere) =>
        fullmaktshavere.Count > 0 && !fullmaktshavere.Contains(bruker) ? new("fullmakt-mangler", "Vedtaket treffes av en person med fullmakt.", Fullmaktsregel)
        : bruker == innstiltAv ? new("egen-innstilling", "Den som har innstilt, kan ikke treffe vedtaket.", ToPersoner)
        : null;

    /// <summary>A grant stands on conditions of which none is broken.</summary>
    public static Avvisning? Vilkaarene(IEnumerable<Vilkaarssvar> vilkaar) => vilkaar.FirstOrDefault(v => v.Utfall == Vilkaarsutfall.IkkeOppfylt) is { } brutt
        ? new("vilkaar-ikke-oppfylt", brutt.Vurdering?.Grunn ?? brutt.Grunn, brutt.Hjemmel, "vilkaar") : null;
}
