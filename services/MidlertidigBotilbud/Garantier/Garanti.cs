using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.MidlertidigBotilbud.Garantier.Regler;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.MidlertidigBotilbud.Garantier;

/// <summary>What security NAV gives.</summary>
public enum Garantitype
{
    Garanti,

    /// <summary>Money in an account in the tenant's name.</summary>
    Depositum,
}

/// <summary>Where it stands.</summary>
public enum Garantistatus
{
    Loeper,
    Frigitt,
    Avslag,
}

/// <summary>A vedtak on security for rent (sosialtjenesteloven § 18), the klage over it, what was called of it, and its release.</summary>
public sealed class Garanti : KlagbartVedtak
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Enhet { get; init; }

    public required Garantitype Type { get; init; }

    public required Utleier Utleier { get; init; }

    /// <summary>The lease in boligregister, when the municipality lets.</summary>
    public Guid? LeieforholdId { get; init; }

    public required Guid[] Personer { get; init; }

    public required Garantistatus Status { get; set; }

    public required decimal Maanedsleie { get; init; }

    /// <summary>What they have of security besides, that is not here.</summary>
    public required decimal AnnenSikkerhet { get; init; }

    public required decimal Beloep { get; init; }

    /// <summary>What the landlord has called of it.</summary>
    public decimal Krevd { get; set; }

    public required DateOnly Fra { get; init; }

    /// <summary>The day after the last; null: as long as the lease.</summary>
    public DateOnly? Til { get; init; }

    public DateOnly? Frigitt { get; set; }

    /// <summary>The row's version (xmin), given out as ETag.</summary>
    public uint Versjon { get; private init; }

    /// <summary>What NAV may still have to pay.</summary>
    public decimal Risiko => Status == Garantistatus.Loeper ? Beloep - Krevd : 0;

    /// <summary>The municipality's lease has been told that NAV guarantees for it: of a depositum it knows itself.</summary>
    public bool ErFortalt => Type == Garantitype.Garanti && LeieforholdId is not null;

    protected override string Underinstans => "NAV";

    internal IEnumerable<Bruk> Bruk(Handling handling = Handling.Lest) => Personer.Select(p => new Bruk(handling, new PersonRef(p), "garanti", "saksbehandling", $"garanti/{Id}"));

    internal sealed class Mapping : IEntityTypeConfiguration<Garanti>
    {
        public void Configure(EntityTypeBuilder<Garanti> builder)
        {
            builder.ToTable("garanti").Ignore(g => g.Risiko).Ignore(g => g.ErFortalt).HasKey(g => g.Id);
            builder.Property(g => g.Id).ValueGeneratedNever();
            builder.Property(g => g.Type).HasConversion<EnumText<Garantitype>>();
            builder.Property(g => g.Utleier).HasConversion<EnumText<Utleier>>();
            builder.Property(g => g.Status).HasConversion<EnumText<Garantistatus>>();
            builder.Property(g => g.KlageUtfall).HasConversion<EnumText<Klageutfall>>();
            builder.Property(g => g.Versjon).IsRowVersion();
        }
    }
}

/// <summary>A garanti as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Garanti or depositum.</param>
/// <param name="Utleier">Who lets.</param>
/// <param name="LeieforholdId">The lease in boligregister, when the municipality lets.</param>
/// <param name="Personer">The tenants (personRef).</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Maanedsleie">A month's rent.</param>
/// <param name="Beloep">Kroner at most.</param>
/// <param name="Krevd">Kroner that were called.</param>
/// <param name="Risiko">Kroner that NAV may still have to pay.</param>
/// <param name="Fra">First day.</param>
/// <param name="Til">The day after the last; null: as long as the lease.</param>
/// <param name="Dato">The day of the vedtak.</param>
/// <param name="Begrunnelse">The rules, the facts and what weighed most.</param>
/// <param name="Hjemmel">The law.</param>
/// <param name="Klagefrist">The last day for a klage.</param>
/// <param name="Klageinstans">Who decides a klage.</param>
/// <param name="BesluttetAv">Who decided.</param>
/// <param name="Frigitt">The day it was released.</param>
/// <param name="Klage">The klage over it.</param>
public sealed record GarantiSvar(
    Guid Id, Garantitype Type, Utleier Utleier, Guid? LeieforholdId, IReadOnlyList<Guid> Personer, Garantistatus Status, decimal Maanedsleie, decimal Beloep, decimal Krevd, decimal Risiko,
    DateOnly Fra, DateOnly? Til, DateOnly Dato, string Begrunnelse, string Hjemmel, DateOnly Klagefrist, string Klageinstans, string BesluttetAv, DateOnly? Frigitt,
    KlageSvar? Klage)
{
    internal static GarantiSvar Av(Garanti g) => new(
        g.Id, g.Type, g.Utleier, g.LeieforholdId, g.Personer, g.Status, g.Maanedsleie, g.Beloep, g.Krevd, g.Risiko, g.Fra, g.Til, g.Dato, g.Begrunnelse, g.Hjemmel, g.Klagefrist, g.Klageinstans,
        g.BesluttetAv, g.Frigitt, KlageSvar.Av(g));
}
