using Boligsosial.MidlertidigBotilbud.Akutt.Regler;
using Boligsosial.MidlertidigBotilbud.Plasser;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>What was registered before somebody corrected it.</summary>
public sealed class Behovsretting
{
    public Guid HenvendelseId { get; init; }

    /// <summary>1 for the first.</summary>
    public int Nr { get; init; }

    public required DateTimeOffset Tidspunkt { get; init; }

    public required string Av { get; init; }

    /// <summary>There when a mark went.</summary>
    public string? Grunn { get; init; }

    public required Behov Foer { get; init; }
}

/// <summary>That there are children or youth: earned once it stays here, with the reason when it went.</summary>
public sealed class Henvendelsesmerke
{
    public Guid HenvendelseId { get; init; }

    public required Merke Merke { get; init; }

    public required DateTimeOffset Siden { get; init; }

    public DateTimeOffset? Bort { get; private set; }

    public string? Grunn { get; private set; }

    public string? Av { get; private set; }

    public void FallBort(DateTimeOffset naar, string grunn, string av) => (Bort, Grunn, Av) = (naar, grunn, av);

    /// <summary>It holds after all; that it was away is told by the corrections.</summary>
    public void Gjelder() => (Bort, Grunn, Av) = (null, null, null);
}

/// <summary>A correction as the API shows it.</summary>
/// <param name="Tidspunkt">When.</param>
/// <param name="Av">Who made it.</param>
/// <param name="Grunn">Why; there when a mark went.</param>
/// <param name="Foer">What was registered until then.</param>
public sealed record RettingSvar(DateTimeOffset Tidspunkt, string Av, string? Grunn, Behov Foer);

/// <summary>A mark as the API shows it.</summary>
/// <param name="Merke">«barn» or «ung».</param>
/// <param name="Siden">Since when.</param>
/// <param name="Bort">When a correction took it away; null: it holds.</param>
/// <param name="Grunn">Why it went.</param>
/// <param name="Av">Who took it away.</param>
public sealed record MerkeSvar(Merke Merke, DateTimeOffset Siden, DateTimeOffset? Bort, string? Grunn, string? Av);
