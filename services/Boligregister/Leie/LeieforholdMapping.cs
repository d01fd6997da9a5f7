using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.Boligregister.Leie;

internal sealed class LeieforholdMapping : IEntityTypeConfiguration<Leieforhold>, IEntityTypeConfiguration<Leiekontrakt>, IEntityTypeConfiguration<Leiefastsettelse>,
    IEntityTypeConfiguration<Oppsigelse>, IEntityTypeConfiguration<Flytteprotokoll>, IEntityTypeConfiguration<Fornyelsesvurdering>, IEntityTypeConfiguration<Klargjoering>
{
    private const string Noekkel = "LeieforholdId";

    public void Configure(EntityTypeBuilder<Leieforhold> builder)
    {
        builder.ToTable("leieforhold").Ignore(l => l.Sak).Ignore(l => l.GjeldendeOppsigelse).Ignore(l => l.Loeper);
        builder.Property(l => l.Versjon).IsRowVersion();
        builder.Property(l => l.OpphoertAarsak).HasConversion<EnumText<Opphoersaarsak>>();
        builder.HasMany(l => l.Kontrakter).WithOne().HasForeignKey(Noekkel);
        builder.HasMany(l => l.Fastsettelser).WithOne().HasForeignKey(Noekkel);
        builder.HasMany(l => l.Oppsigelser).WithOne().HasForeignKey(Noekkel);
        builder.HasMany(l => l.Protokoller).WithOne().HasForeignKey(Noekkel);
    }

    public void Configure(EntityTypeBuilder<Leiekontrakt> builder)
    {
        builder.ToTable("leiekontrakt").Property<Guid>(Noekkel);
        builder.HasKey(Noekkel, nameof(Leiekontrakt.Fra));
    }

    public void Configure(EntityTypeBuilder<Leiefastsettelse> builder)
    {
        builder.ToTable("leiefastsettelse").Property<Guid>(Noekkel);
        builder.HasKey(Noekkel, nameof(Leiefastsettelse.Fra));
        builder.Property(f => f.Grunnlag).HasConversion<EnumText<Leiegrunnlag>>();
    }

    public void Configure(EntityTypeBuilder<Oppsigelse> builder)
    {
        builder.ToTable("oppsigelse").Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Av).HasConversion<EnumText<Part>>();
        builder.Property(o => o.Grunnlag).HasConversion<EnumText<Oppsigelsesgrunn>>();
    }

    public void Configure(EntityTypeBuilder<Flytteprotokoll> builder)
    {
        builder.ToTable("flytteprotokoll").Property<Guid>(Noekkel);
        builder.HasKey(Noekkel, nameof(Flytteprotokoll.Slag));
        builder.Property(p => p.Slag).HasConversion<EnumText<Protokollslag>>();
    }

    public void Configure(EntityTypeBuilder<Fornyelsesvurdering> builder)
    {
        builder.ToTable("fornyelsesvurdering").Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Utfall).HasConversion<EnumText<Fornyelsesutfall>>();
    }

    public void Configure(EntityTypeBuilder<Klargjoering> builder)
    {
        builder.ToTable("klargjoering").Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Behov).HasConversion<EnumText<Istandsettingsbehov>>();
    }
}
