namespace Boligsosial.Boligregister.Leie;

/// <summary>An assessment, before a lease ends, of whether it is renewed: can they rent or buy for themselves?</summary>
public sealed class Fornyelsesvurdering
{
    public Guid Id { get; init; }

    public Guid LeieforholdId { get; init; }

    /// <summary>The expiry that is assessed.</summary>
    public DateOnly Til { get; init; }

    public DateOnly Dato { get; init; }

    /// <summary>Can rent in the private market.</summary>
    public bool KanLeiePrivat { get; init; }

    /// <summary>Can buy with startlån.</summary>
    public bool KanFaaStartlaan { get; init; }

    public Fornyelsesutfall Utfall { get; init; }

    public required string Begrunnelse { get; init; }

    public required string VurdertAv { get; init; }
}

/// <summary>What the assessment came to.</summary>
public enum Fornyelsesutfall
{
    Fornyes,
    FornyesIkke,
    AnnenBolig,
}

/// <summary>A dwelling on its way from keys back to ready to let.</summary>
public sealed class Klargjoering
{
    public Guid Id { get; init; }

    public Guid BoligId { get; init; }

    public Guid LeieforholdId { get; init; }

    /// <summary>Keys back.</summary>
    public DateOnly Fra { get; init; }

    /// <summary>Gone through after they moved out.</summary>
    public DateOnly? Kontrollert { get; set; }

    public Istandsettingsbehov? Behov { get; set; }

    public string? Merknader { get; set; }

    public string? KontrollertAv { get; set; }

    /// <summary>Ready.</summary>
    public DateOnly? Ferdig { get; set; }
}

/// <summary>How much must be done before it can be let again.</summary>
public enum Istandsettingsbehov
{
    Ingen,
    Enkel,
    Omfattende,
}
