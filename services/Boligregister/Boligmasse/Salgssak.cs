namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>How a dwelling is owned, which says how it can be sold.</summary>
public enum Eieform
{
    Enebolig,
    Eierseksjon,
    Borettslag,
    Leiegaard,
}

/// <summary>To whom, and at what price.</summary>
public enum Salgsform
{
    Budrunde,

    /// <summary>To the tenant who lives there, at takst, without bidding.</summary>
    SittendeLeietaker,
}

/// <summary>How far a sale has come.</summary>
public enum Salgsstatus
{
    UnderUtredning,
    Utredet,
    Vedtatt,
    Overdratt,
    Henlagt,
}

/// <summary>
/// The sale of a dwelling. Ålesund's plan: consequences and replacement need must be utredet first; so they are before there
/// can be a vedtak.
/// </summary>
public sealed class Salgssak
{
    public Guid Id { get; init; }

    public Guid BoligId { get; init; }

    public Eieform Eieform { get; init; }

    public DateOnly Opprettet { get; init; }

    public DateOnly? Utredet { get; set; }

    public string? Konsekvenser { get; set; }

    public string? Erstatningsbehov { get; set; }

    /// <summary>The planned purchase that replaces the dwelling, when one does.</summary>
    public Guid? ErstattesAv { get; set; }

    public DateOnly? Vedtatt { get; set; }

    public Salgsform? Salgsform { get; set; }

    /// <summary>Kroner.</summary>
    public decimal? Takst { get; set; }

    public string? VedtattAv { get; set; }

    public DateOnly? Overdratt { get; set; }

    /// <summary>Kroner.</summary>
    public decimal? Pris { get; set; }

    public Salgsstatus Status { get; set; }

    public uint Versjon { get; private init; }
}

/// <summary>A sale as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="BoligId">The dwelling.</param>
/// <param name="Eieform">How it is owned.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Opprettet">When the sale was first considered.</param>
/// <param name="Utredet">When consequences and replacement need were assessed.</param>
/// <param name="Konsekvenser">The consequences.</param>
/// <param name="Erstatningsbehov">What must replace it.</param>
/// <param name="ErstattesAv">The planned purchase that does.</param>
/// <param name="Vedtatt">The day of the vedtak.</param>
/// <param name="VedtattAv">Who made it.</param>
/// <param name="Salgsform">To whom, and at what price.</param>
/// <param name="Takst">Kroner.</param>
/// <param name="Overdratt">The day that it was handed over.</param>
/// <param name="Pris">Kroner.</param>
public sealed record SalgssakSvar(
    Guid Id, Guid BoligId, Eieform Eieform, Salgsstatus Status, DateOnly Opprettet, DateOnly? Utredet, string? Konsekvenser, string? Erstatningsbehov, Guid? ErstattesAv,
    DateOnly? Vedtatt, string? VedtattAv, Salgsform? Salgsform, decimal? Takst, DateOnly? Overdratt, decimal? Pris)
{
    internal SalgssakSvar(Salgssak s)
        : this(s.Id, s.BoligId, s.Eieform, s.Status, s.Opprettet, s.Utredet, s.Konsekvenser, s.Erstatningsbehov, s.ErstattesAv, s.Vedtatt, s.VedtattAv, s.Salgsform, s.Takst, s.Overdratt, s.Pris)
    {
    }
}
