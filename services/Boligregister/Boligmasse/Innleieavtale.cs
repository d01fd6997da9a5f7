namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>A dwelling that the municipality rents of a private owner and lets out again (framleie).</summary>
public sealed class Innleieavtale
{
    public Guid Id { get; init; }

    public Guid BoligId { get; init; }

    public required string Utleier { get; init; }

    public string? Organisasjonsnummer { get; init; }

    public DateOnly Fra { get; init; }

    /// <summary>The day after the last; null: until notice is given.</summary>
    public DateOnly? Til { get; set; }

    /// <summary>Kroner a month that the municipality pays.</summary>
    public decimal Maanedsleie { get; init; }

    public int OppsigelsestidMaaneder { get; init; }

    public string? Framleievilkaar { get; init; }

    /// <summary>The day that notice was given.</summary>
    public DateOnly? Oppsagt { get; set; }

    public required string BesluttetAv { get; init; }

    public uint Versjon { get; private init; }
}

/// <summary>An agreement as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="BoligId">The dwelling.</param>
/// <param name="Utleier">The private owner.</param>
/// <param name="Organisasjonsnummer">Of the owner.</param>
/// <param name="Fra">First day.</param>
/// <param name="Til">The day after the last; null: until notice is given.</param>
/// <param name="Maanedsleie">Kroner a month that the municipality pays.</param>
/// <param name="OppsigelsestidMaaneder">Whole months of notice.</param>
/// <param name="Framleievilkaar">What the owner has demanded of framleie.</param>
/// <param name="Oppsagt">The day that notice was given.</param>
public sealed record InnleieavtaleSvar(
    Guid Id, Guid BoligId, string Utleier, string? Organisasjonsnummer, DateOnly Fra, DateOnly? Til, decimal Maanedsleie, int OppsigelsestidMaaneder, string? Framleievilkaar, DateOnly? Oppsagt)
{
    internal InnleieavtaleSvar(Innleieavtale a)
        : this(a.Id, a.BoligId, a.Utleier, a.Organisasjonsnummer, a.Fra, a.Til, a.Maanedsleie, a.OppsigelsestidMaaneder, a.Framleievilkaar, a.Oppsagt)
    {
    }
}
