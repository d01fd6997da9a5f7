using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>What a lease owes. The database keeps it in step with the postings; here it is only read.</summary>
public sealed class Husleiekonto
{
    /// <summary>Nothing of rent is older.</summary>
    public static readonly DateOnly Begynnelse = new(2000, 1, 1);

    public Guid LeieforholdId { get; init; }

    public required string Enhet { get; init; }

    public required string Kid { get; init; }

    /// <summary>What the accounts say is owed; below 0: paid ahead.</summary>
    public decimal Fordring { get; init; }

    /// <summary>Written off in the accounts, still owed.</summary>
    public decimal Avskrevet { get; init; }

    /// <summary>Due dates of the krav that are not wholly paid, due or not, the oldest first: payments cover the oldest first.</summary>
    public DateOnly[] AapneForfall { get; init; } = [];

    /// <summary>What is unpaid of each of <see cref="AapneForfall"/>.</summary>
    public decimal[] AapneUbetalt { get; init; } = [];

    /// <summary>The first of <see cref="AapneForfall"/>.</summary>
    public DateOnly? EldsteForfall { get; init; }

    /// <summary>What the tenants owe, written off or not, due or not; below 0: paid ahead.</summary>
    public decimal Saldo => Fordring + Avskrevet;

    internal sealed class Mapping : IEntityTypeConfiguration<Husleiekonto>
    {
        public void Configure(EntityTypeBuilder<Husleiekonto> builder) => builder.ToTable("husleiekonto").Ignore(k => k.Saldo).HasKey(k => k.LeieforholdId);
    }
}
