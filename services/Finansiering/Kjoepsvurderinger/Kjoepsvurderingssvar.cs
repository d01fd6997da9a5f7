namespace Boligsosial.Finansiering.Kjoepsvurderinger;

/// <summary>A screening as the API shows it.</summary>
public sealed record Kjoepsvurderingssvar
{
    internal Kjoepsvurderingssvar(Kjoepsvurdering k)
    {
        (Id, LeieforholdId, Leietakere, Utloeper, Opprettet, Status, Samtykket, SamtykkeFoertAv) = (k.Id, k.LeieforholdId, k.Leietakere, k.Utloeper, k.Opprettet, k.Status, k.Samtykket, k.SamtykkeFoertAv);
        (Beregning, Utfall, Begrunnelse, Avklart, AvklartAv, ProevesIgjen, SoeknadId) = (k.Beregning, k.Utfall, k.Begrunnelse, k.Avklart, k.AvklartAv, k.ProevesIgjen, k.SoeknadId);
    }

    public Guid Id { get; }

    public Guid LeieforholdId { get; }

    /// <summary>The tenants (personRef).</summary>
    public IReadOnlyList<Guid> Leietakere { get; }

    /// <summary>The lease's end that it was proposed for; null: a person proposed it.</summary>
    public DateOnly? Utloeper { get; }

    public DateOnly Opprettet { get; }

    public Kjoepsstatus Status { get; }

    /// <summary>The day of the consent; null: their money may not be used.</summary>
    public DateOnly? Samtykket { get; }

    /// <summary>Who wrote the consent down.</summary>
    public string? SamtykkeFoertAv { get; }

    /// <summary>The last that was reckoned; a calculation, not a vedtak.</summary>
    public Kjoepsberegning? Beregning { get; }

    public Kjoepsutfall? Utfall { get; }

    public string? Begrunnelse { get; }

    public DateOnly? Avklart { get; }

    /// <summary>Who settled it.</summary>
    public string? AvklartAv { get; }

    /// <summary>When it is worth a new try.</summary>
    public DateOnly? ProevesIgjen { get; }

    /// <summary>The application for startlån that came of it.</summary>
    public Guid? SoeknadId { get; }
}
