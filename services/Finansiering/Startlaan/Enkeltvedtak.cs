using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>What a vedtak, or an innstilling, says.</summary>
public enum Vedtaksutfall
{
    Innvilget,
    Avslag,
}

/// <summary>A decision on an application for startlån or tilskudd, and the klage over it when there is one (forvaltningsloven §§ 23 to 34, LOV-1967-02-10).</summary>
public abstract class Enkeltvedtak : KlagbartVedtak
{
    public Guid SoeknadId { get; init; }

    /// <summary>1 for the first.</summary>
    public int Nr { get; init; }

    public required Vedtaksutfall Utfall { get; init; }

    /// <summary>Kroner, of a grant.</summary>
    public decimal? Beloep { get; init; }

    /// <summary>How regard was had to what is best for the children; there when there are any.</summary>
    public string? BarnetsBeste { get; init; }

    /// <summary>What each condition came to in the innstilling that it follows.</summary>
    public required IReadOnlyList<Vilkaarssvar> Vilkaar { get; init; }

    public required DateOnly Underrettet { get; init; }
}
