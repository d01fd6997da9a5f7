using Boligsosial.Boligregister.Soeknader.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.Boligregister.Soeknader;

internal sealed class SoeknadMapping : IEntityTypeConfiguration<Soeknad>, IEntityTypeConfiguration<Dokument>, IEntityTypeConfiguration<Vedtak>
{
    public void Configure(EntityTypeBuilder<Soeknad> builder)
    {
        builder.ToTable("soeknad").Ignore(s => s.Sak).Ignore(s => s.Husstand).Ignore(s => s.Behov).Ignore(s => s.SisteVedtak);
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Type).HasConversion<EnumText<Soeknadstype>>();
        builder.Property(s => s.Kanal).HasConversion<EnumText<Kanal>>();
        builder.Property(s => s.Status).HasConversion<EnumText<Soeknadsstatus>>();
        builder.Property(s => s.Voksne);
        builder.Property(s => s.BarnsAlder);
        builder.Property(s => s.Soverom);
        builder.Property(s => s.Tilgjengelighet);
        builder.Property(s => s.Omraader);
        builder.Property(s => s.Skolekrets);
        builder.Property(s => s.SkjermetBehov);
        builder.Property(s => s.NaerKollektiv);
        builder.Property(s => s.Versjon).IsRowVersion();
        builder.HasMany(s => s.Dokumentasjon).WithOne().HasForeignKey(d => d.SoeknadId);
        builder.HasMany(s => s.Vedtak).WithOne().HasForeignKey(v => v.SoeknadId);
    }

    public void Configure(EntityTypeBuilder<Dokument> builder) =>
        builder.ToTable("soeknad_dokumentasjon").Ignore(d => d.Status).HasKey(d => new { d.SoeknadId, d.Slag });

    public void Configure(EntityTypeBuilder<Vedtak> builder)
    {
        builder.ToTable("soeknad_vedtak").HasKey(v => new { v.SoeknadId, v.Nr });
        builder.Property(v => v.Nr).ValueGeneratedNever();
        builder.Property(v => v.Utfall).HasConversion<EnumText<Vedtaksutfall>>();
        builder.Property(v => v.Avslagsgrunn).HasConversion<EnumText<Avslagsgrunn>>();
        builder.Property(v => v.KlageUtfall).HasConversion<EnumText<Klageutfall>>();
    }
}
