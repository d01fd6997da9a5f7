using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.MidlertidigBotilbud.Forebygging;

/// <summary>What came of it when the network group had a case.</summary>
public sealed class Nettverksmerknad
{
    public required Guid Id { get; init; }

    public Guid SakId { get; init; }

    public required DateOnly Dato { get; init; }

    public required string Merknad { get; init; }

    /// <summary>Who wrote it down; null: before that was noted.</summary>
    public required string? Av { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Nettverksmerknad>
    {
        public void Configure(EntityTypeBuilder<Nettverksmerknad> builder)
        {
            builder.ToTable("nettverksmerknad").HasKey(m => m.Id);
            builder.Property(m => m.Id).ValueGeneratedNever();
        }
    }
}

/// <summary>What came of it, as the API shows it.</summary>
/// <param name="Dato">The day.</param>
/// <param name="Merknad">In own words.</param>
/// <param name="Av">Who wrote it down; null: before that was noted.</param>
public sealed record NettverksmerknadSvar(DateOnly Dato, string Merknad, string? Av)
{
    internal static IReadOnlyList<NettverksmerknadSvar> Alle(Forebyggingssak s) => [.. s.Nettverksmerknader.OrderBy(m => m.Dato).ThenBy(m => m.Id).Select(m => new NettverksmerknadSvar(m.Dato, m.Merknad, m.Av))];
}
