using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt.Regler;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>What a vedtak says.</summary>
public enum Vedtaksutfall
{
    Innvilget,
    Avslag,
}

/// <summary>An enkeltvedtak (sosialtjenesteloven §§ 27 and 41), and the klage over it when there is one.</summary>
public sealed class Botilbudsvedtak : KlagbartVedtak
{
    public Guid HenvendelseId { get; init; }

    /// <summary>1 for the first.</summary>
    public int Nr { get; init; }

    public required Vedtaksutfall Utfall { get; init; }

    /// <summary>When; <see cref="KlagbartVedtak.Dato"/> is the day of it in Norway.</summary>
    public required DateTimeOffset Tidspunkt { get; init; }

    public Avslagsgrunn? Avslagsgrunn { get; init; }

    /// <summary>How regard was had to what is best for the children; there when there are any.</summary>
    public string? BarnetsBeste { get; init; }

    public required DateOnly Underrettet { get; init; }

    protected override string Underinstans => "NAV";
}
