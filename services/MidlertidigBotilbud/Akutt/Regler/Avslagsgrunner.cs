using Boligsosial.Felles;

namespace Boligsosial.MidlertidigBotilbud.Akutt.Regler;

/// <summary>Why help may be refused, and what is said though it is no ground.</summary>
public enum Avslagsgrunn
{
    /// <summary>There is a place to stay the coming night that is forsvarlig.</summary>
    HarForsvarligSted,

    /// <summary>They manage to find one themselves; how is said in the reasons.</summary>
    KlarerDetSelv,

    /// <summary>What was offered was forsvarlig and was declined.</summary>
    TakketNeiTilForsvarligTilbud,

    /// <summary>No ground: which municipality is to pay is settled afterwards.</summary>
    AnnenKommune,

    /// <summary>No ground.</summary>
    ManglerPapirer,

    /// <summary>No ground: it cannot be demanded that they search first.</summary>
    IkkeSoektSelv,

    /// <summary>No ground: why they have no place to sleep is not asked.</summary>
    EgenSkyld,
}

/// <summary>
/// The municipality is to find temporary housing for those who do not manage themselves (sosialtjenesteloven § 27). The cause, the papers, an own search and a dispute between
/// municipalities do not matter (rundskriv R35 pkt. 4.27 as nav.no and Ålesund's plan 7.1.4 tell it).
/// </summary>
public static class Avslagsgrunner
{
    public static readonly Hjemmel Hjemmel = new("sosialtjenesteloven", "§ 27", new(2010, 1, 1));

    private static readonly Avslagsgrunn[] Lovlige = [Avslagsgrunn.HarForsvarligSted, Avslagsgrunn.KlarerDetSelv, Avslagsgrunn.TakketNeiTilForsvarligTilbud];

    /// <summary>A ground that is none cannot be used.</summary>
    public static Avvisning? Kontroller(Avslagsgrunn grunn) => Lovlige.Contains(grunn)
        ? null
        : new("ulovlig-avslagsgrunn", "Dette er ingen grunn til å avslå: kommunen skal finne et midlertidig botilbud til den som ikke klarer det selv.", Hjemmel, "grunn");

    /// <summary>A vedtak about children says how regard was had to what is best for them (barnekonvensjonen art. 3, Grunnloven § 104).</summary>
    public static Avvisning? BarnetsBeste(int barn, string? barnetsBeste) => barn > 0 && string.IsNullOrWhiteSpace(barnetsBeste)
        ? new("barnets-beste-mangler", "Si hvordan hensynet til barnas beste er vurdert.", new("Grunnloven", "§ 104", new(2014, 5, 27)), "barnetsBeste")
        : null;
}
