using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.Finansiering.Bostoettesaker;

internal sealed class BostoettesakMapping : IEntityTypeConfiguration<Bostoettesak>, IEntityTypeConfiguration<Bostoettevedtak>, IEntityTypeConfiguration<ErstattetVedtak>,
    IEntityTypeConfiguration<Bostoetteutbetaling>
{
    public void Configure(EntityTypeBuilder<Bostoettesak> builder)
    {
        builder.ToTable("bostoettesak").Ignore(s => s.NesteMaaned).HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Kanal).HasConversion<EnumText<Kanal>>();
        builder.Property(s => s.Status).HasConversion<EnumText<Saksstatus>>();
        builder.Property(s => s.Versjon).IsRowVersion();
        builder.HasMany(s => s.Vedtak).WithOne().HasForeignKey(v => v.SakId);
    }

    public void Configure(EntityTypeBuilder<Bostoettevedtak> builder)
    {
        builder.ToTable("bostoettevedtak").Ignore(v => v.VenterNyttVedtak).HasKey(v => new { v.SakId, v.Maaned });
        builder.Property(v => v.HusbankensUtfall).HasConversion<EnumText<Bostoetteklageutfall>>();
        builder.Property(v => v.NemndasUtfall).HasConversion<EnumText<Bostoetteklageutfall>>();
        builder.HasMany(v => v.Utbetalinger).WithOne().HasForeignKey(u => new { u.SakId, u.Maaned });
        builder.HasMany(v => v.Tidligere).WithOne().HasForeignKey(t => new { t.SakId, t.Maaned });
        builder.Navigation(v => v.Utbetalinger).AutoInclude();
        builder.Navigation(v => v.Tidligere).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<ErstattetVedtak> builder)
    {
        builder.ToTable("bostoettevedtak_erstattet").HasKey(t => new { t.SakId, t.Maaned, t.Nr });
        builder.Property(t => t.HusbankensUtfall).HasConversion<EnumText<Bostoetteklageutfall>>();
        builder.Property(t => t.NemndasUtfall).HasConversion<EnumText<Bostoetteklageutfall>>();
    }

    public void Configure(EntityTypeBuilder<Bostoetteutbetaling> builder)
    {
        builder.ToTable("bostoetteutbetaling").HasKey(u => new { u.SakId, u.Dato });
        builder.Property(u => u.Mottaker).HasConversion<EnumText<Mottaker>>();
    }
}
