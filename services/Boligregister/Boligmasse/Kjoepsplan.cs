namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>How far a planned purchase has come.</summary>
public enum Kjoepsstatus
{
    Planlagt,
    Vedtatt,
    Gjennomfoert,
    Utgaatt,
}

/// <summary>Dwellings that the municipality plans to buy: how many, of what kind, when.</summary>
public sealed class Kjoepsplan
{
    public Guid Id { get; init; }

    public int Aar { get; init; }

    public int Antall { get; init; }

    public required string Kategori { get; init; }

    public int Soverom { get; init; }

    public required string Tilgjengelighet { get; init; }

    public string? Omraade { get; init; }

    /// <summary>Kroner.</summary>
    public decimal? Ramme { get; init; }

    public string? Merknad { get; init; }

    public Kjoepsstatus Status { get; set; }

    public DateOnly StatusFra { get; set; }

    /// <summary>How many were bought in the end.</summary>
    public int Kjoept { get; set; }

    public required string BesluttetAv { get; set; }

    public uint Versjon { get; private init; }
}

/// <summary>A planned purchase as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Aar">The year.</param>
/// <param name="Antall">Dwellings.</param>
/// <param name="Kategori">From the kommuneprofil.</param>
/// <param name="Soverom">Bedrooms.</param>
/// <param name="Tilgjengelighet">«ordinaer», «trinnfri» or «rullestol».</param>
/// <param name="Omraade">Housing area; null: anywhere.</param>
/// <param name="Ramme">Kroner.</param>
/// <param name="Merknad">In words.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="StatusFra">Since when.</param>
/// <param name="Kjoept">How many were bought.</param>
/// <param name="BesluttetAv">Who decided the status.</param>
public sealed record KjoepsplanSvar(
    Guid Id, int Aar, int Antall, string Kategori, int Soverom, string Tilgjengelighet, string? Omraade, decimal? Ramme, string? Merknad,
    Kjoepsstatus Status, DateOnly StatusFra, int Kjoept, string BesluttetAv)
{
    internal KjoepsplanSvar(Kjoepsplan p)
        : this(p.Id, p.Aar, p.Antall, p.Kategori, p.Soverom, p.Tilgjengelighet, p.Omraade, p.Ramme, p.Merknad, p.Status, p.StatusFra, p.Kjoept, p.BesluttetAv)
    {
    }
}
