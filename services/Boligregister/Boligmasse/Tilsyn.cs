namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>What was found at a point.</summary>
public enum Tilsynsresultat
{
    Ok,
    Avvik,
}

/// <summary>What is looked at.</summary>
public enum Tilsynspunkt
{
    Roeykvarsler,
    Slokkeutstyr,
    El,
}

/// <summary>The yearly inspection of a dwelling.</summary>
public sealed class Tilsyn
{
    public Guid Id { get; init; }

    public Guid BoligId { get; init; }

    public DateOnly Dato { get; init; }

    public required string RegistrertAv { get; init; }
}

/// <summary>Something that an inspection found wrong.</summary>
public sealed class Tilsynsavvik
{
    public Guid Id { get; init; }

    public Guid TilsynId { get; init; }

    public Guid BoligId { get; init; }

    public Tilsynspunkt Punkt { get; init; }

    public string? Merknad { get; init; }

    public DateOnly Dato { get; init; }

    public DateOnly? Lukket { get; set; }

    public string? Tiltak { get; set; }

    public string? LukketAv { get; set; }

    public uint Versjon { get; private init; }
}

/// <summary>An avvik as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="BoligId">The dwelling.</param>
/// <param name="Punkt">What was looked at.</param>
/// <param name="Merknad">What was wrong.</param>
/// <param name="Dato">The day of the inspection.</param>
/// <param name="Lukket">The day that it was put right.</param>
/// <param name="Tiltak">How.</param>
/// <param name="LukketAv">Who says so.</param>
public sealed record TilsynsavvikSvar(Guid Id, Guid BoligId, Tilsynspunkt Punkt, string? Merknad, DateOnly Dato, DateOnly? Lukket, string? Tiltak, string? LukketAv)
{
    internal TilsynsavvikSvar(Tilsynsavvik a)
        : this(a.Id, a.BoligId, a.Punkt, a.Merknad, a.Dato, a.Lukket, a.Tiltak, a.LukketAv)
    {
    }
}
