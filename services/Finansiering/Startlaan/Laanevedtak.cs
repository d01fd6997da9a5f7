using Boligsosial.Finansiering.Startlaan.Regler;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>A decision on an application for startlån.</summary>
public sealed class Laanevedtak : Enkeltvedtak
{
    public Avslagsgrunn? Avslagsgrunn { get; init; }

    /// <summary>Why no exception from the municipality's own rules was made, or why one was.</summary>
    public string? Unntaksvurdering { get; init; }
}
