using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.AccessLog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.Boligregister.Leie;

/// <summary>A lease of a municipal dwelling, of one or more tenants.</summary>
public sealed class Leieforhold
{
    public Guid Id { get; init; }

    public Guid BoligId { get; init; }

    /// <summary>The unit whose case it is: to the others it does not exist.</summary>
    public required string Enhet { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly Fra { get; init; }

    /// <summary>The day after the last; null: tidsubestemt.</summary>
    public DateOnly? Til { get; init; }

    /// <summary>Kroner a month.</summary>
    public decimal Maanedsleie { get; init; }

    /// <summary>The tenants' pseudonyms.</summary>
    public required Guid[] Leietakere { get; init; }

    /// <summary>The row's version (xmin), given out as ETag.</summary>
    public uint Versjon { get; private init; }

    /// <summary>How the log names it.</summary>
    public string Sak => $"leieforhold/{Id}";

    /// <summary>What is logged when it is read: one entry for each tenant.</summary>
    internal IEnumerable<Bruk> Lest() => Leietakere.Select(l => new Bruk(Handling.Lest, new PersonRef(l), "leieforhold", "saksbehandling", Sak));

    internal sealed class Mapping : IEntityTypeConfiguration<Leieforhold>
    {
        public void Configure(EntityTypeBuilder<Leieforhold> builder)
        {
            builder.ToTable("leieforhold").Ignore(l => l.Sak);
            builder.Property(l => l.Versjon).IsRowVersion();
        }
    }
}

/// <summary>A lease as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="BoligId">The dwelling.</param>
/// <param name="Enhet">The unit whose case it is.</param>
/// <param name="Fra">The first day.</param>
/// <param name="Til">The day after the last; null: tidsubestemt.</param>
/// <param name="Maanedsleie">Kroner a month.</param>
/// <param name="Leietakere">The tenants (personRef).</param>
public sealed record LeieforholdSvar(Guid Id, Guid BoligId, string Enhet, DateOnly Fra, DateOnly? Til, decimal Maanedsleie, IReadOnlyList<Guid> Leietakere)
{
    internal LeieforholdSvar(Leieforhold leieforhold)
        : this(leieforhold.Id, leieforhold.BoligId, leieforhold.Enhet, leieforhold.Fra, leieforhold.Til, leieforhold.Maanedsleie, leieforhold.Leietakere)
    {
    }
}
