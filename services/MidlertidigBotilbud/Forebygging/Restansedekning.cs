using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.MidlertidigBotilbud.Forebygging;

/// <summary>A vedtak to pay rent that is owed (sosialtjenesteloven § 18), and the klage over it when there is one.</summary>
public sealed class Restansedekning : KlagbartVedtak
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Enhet { get; init; }

    public Guid SakId { get; init; }

    public required decimal Beloep { get; init; }

    /// <summary>A klage was heard, and NAV is to decide anew.</summary>
    public bool ErFalt => KlageUtfall is Klageutfall.Omgjort or Klageutfall.Opphevet;

    protected override string Underinstans => "NAV";

    internal sealed class Mapping : IEntityTypeConfiguration<Restansedekning>
    {
        public void Configure(EntityTypeBuilder<Restansedekning> builder)
        {
            builder.ToTable("restansedekning").Ignore(d => d.ErFalt).HasKey(d => d.Id);
            builder.Property(d => d.Id).ValueGeneratedNever();
            builder.Property(d => d.KlageUtfall).HasConversion<EnumText<Klageutfall>>();
        }
    }
}

/// <summary>A vedtak to pay rent that is owed, as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Beloep">Kroner.</param>
/// <param name="Dato">The day of it.</param>
/// <param name="Begrunnelse">The rules, the facts and what weighed most.</param>
/// <param name="Hjemmel">The law.</param>
/// <param name="Klagefrist">The last day for a klage.</param>
/// <param name="Klageinstans">Who decides a klage.</param>
/// <param name="BesluttetAv">Who decided.</param>
/// <param name="Klage">The klage over it.</param>
public sealed record DekningSvar(
    Guid Id, decimal Beloep, DateOnly Dato, string Begrunnelse, string Hjemmel, DateOnly Klagefrist, string Klageinstans, string BesluttetAv, KlageSvar? Klage)
{
    internal static DekningSvar Av(Restansedekning d) => new(d.Id, d.Beloep, d.Dato, d.Begrunnelse, d.Hjemmel, d.Klagefrist, d.Klageinstans, d.BesluttetAv, KlageSvar.Av(d));
}
