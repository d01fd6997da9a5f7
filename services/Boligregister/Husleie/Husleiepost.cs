using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>
/// A posting of the ledger: what it changes of what is owed. Postings are only added; the database refuses any other change, and
/// keeps the account (<see cref="Husleiekonto"/>) in step.
/// </summary>
public sealed class Husleiepost
{
    public const string Krav = "krav";
    public const string Tillegg = "tillegg";
    public const string Kreditering = "kreditering";
    public const string InnbetalingType = "innbetaling";
    public const string Tilbakefoering = "tilbakefoering";
    public const string Tilbakebetaling = "tilbakebetaling";
    public const string Avskrivning = "avskrivning";

    /// <summary>The order in which they were posted, given by the database.</summary>
    public long Nr { get; init; }

    public Guid LeieforholdId { get; init; }

    public required string Type { get; init; }

    /// <summary>The day it counts from.</summary>
    public DateOnly Dato { get; init; }

    /// <summary>When what a krav, tillegg or kreditering is about falls due.</summary>
    public DateOnly? Forfall { get; init; }

    /// <summary>The month that it is the rent of.</summary>
    public DateOnly? Maaned { get; init; }

    /// <summary>Change of what the accounts say is owed.</summary>
    public decimal Fordring { get; init; }

    /// <summary>Change of what is written off and still owed.</summary>
    public decimal Avskrevet { get; init; }

    public Guid? InnbetalingId { get; init; }

    public string? Begrunnelse { get; init; }

    public required string BokfoertAv { get; init; }

    public DateTimeOffset Registrert { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Husleiepost>
    {
        public void Configure(EntityTypeBuilder<Husleiepost> builder)
        {
            builder.ToTable("husleiepost").HasKey(p => p.Nr);
            builder.Property(p => p.Nr).ValueGeneratedOnAdd();
        }
    }
}
