using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.MidlertidigBotilbud.Botid;

internal sealed class OppholdMapping : IEntityTypeConfiguration<Opphold>
{
    public void Configure(EntityTypeBuilder<Opphold> builder)
    {
        builder.ToTable("opphold").Ignore(o => o.SisteRom).HasKey(o => o.Id);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Status).HasConversion<EnumText<Oppholdsstatus>>();
        builder.Property(o => o.SluttAarsak).HasConversion<EnumText<Sluttaarsak>>();
        builder.Property(o => o.Versjon).IsRowVersion();
        builder.HasMany(o => o.Belegg).WithOne().HasForeignKey(b => b.OppholdId);
    }
}
