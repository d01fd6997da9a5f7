using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>What came from the bank, and whose it is.</summary>
public sealed class Innbetaling
{
    public Guid Id { get; init; }

    public required string Enhet { get; init; }

    /// <summary>The bank's own name for it.</summary>
    public required string Arkivreferanse { get; init; }

    public DateOnly Dato { get; init; }

    public decimal Beloep { get; init; }

    public string? Kid { get; init; }

    /// <summary>Null: uavklart, nobody knows yet.</summary>
    public Guid? LeieforholdId { get; private set; }

    /// <summary>It is this lease's.</summary>
    public void Plasser(Guid? leieforhold) => LeieforholdId = leieforhold;

    internal sealed class Mapping : IEntityTypeConfiguration<Innbetaling>
    {
        public void Configure(EntityTypeBuilder<Innbetaling> builder) => builder.ToTable("innbetaling");
    }
}
