using Boligsosial.Finansiering.Startlaan;
using Boligsosial.Finansiering.Tilskudd.Regler;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>A decision on an application for tilskudd.</summary>
public sealed class Tilskuddsvedtak : Enkeltvedtak
{
    public Tilskuddsavslag? Avslagsgrunn { get; init; }

    /// <summary>What it cost and what paid for it, as it was known.</summary>
    public required Kostnadsdekning Dekning { get; init; }
}

/// <summary>What NAV hjelpemiddelsentral was asked, and answered.</summary>
public enum Navhendelse
{
    /// <summary>Nothing there that could pay for any of it.</summary>
    IkkeAktuelt,
    Soekt,
    Innvilget,
    Avslag,
}

/// <summary>A step at NAV hjelpemiddelsentral.</summary>
public sealed class Navsteg
{
    public Guid SoeknadId { get; init; }

    public int Nr { get; init; }

    public required Navhendelse Hendelse { get; init; }

    public required DateOnly Dato { get; init; }

    /// <summary>Kroner that NAV covers in all, from then on; of a grant alone.</summary>
    public decimal? Dekker { get; init; }

    public string? Merknad { get; init; }

    public required string NotertAv { get; init; }
}

/// <summary>A payment.</summary>
public sealed class Tilskuddsutbetaling
{
    public Guid SoeknadId { get; init; }

    public int Nr { get; init; }

    public required DateOnly Dato { get; init; }

    public required decimal Beloep { get; init; }

    /// <summary>What was paid: the bill, the contract.</summary>
    public required string Grunnlag { get; init; }

    public required string UtbetaltAv { get; init; }
}
