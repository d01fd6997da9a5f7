namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>Whose the places are.</summary>
public enum Tilbydertype
{
    Kommunal,

    /// <summary>An organisation: Blå Kors.</summary>
    Ideell,
    Privat,
}

/// <summary>Who has places: the municipality itself, an organisation, a hotel.</summary>
public sealed class Tilbyder
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Enhet { get; init; }

    public required string Navn { get; init; }

    public required Tilbydertype Type { get; init; }
}
