using Boligsosial.Boligregister.Soeknader.Regler;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>A decision on an application, and the klage over it when there is one.</summary>
public sealed class Vedtak : KlagbartVedtak
{
    public Guid SoeknadId { get; init; }

    /// <summary>1 for the first.</summary>
    public int Nr { get; init; }

    public required Vedtaksutfall Utfall { get; init; }

    public Avslagsgrunn? Avslagsgrunn { get; init; }

    public string[] Kategorier { get; init; } = [];

    /// <summary>The situations that it finds to hold.</summary>
    public string[] Situasjon { get; init; } = [];

    /// <summary>The day the notice came, or is reckoned to come.</summary>
    public required DateOnly Underrettet { get; init; }
}
