using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

internal sealed class PlassMapping : IEntityTypeConfiguration<Tilbyder>, IEntityTypeConfiguration<Plass>, IEntityTypeConfiguration<Plassbelegg>
{
    public void Configure(EntityTypeBuilder<Tilbyder> builder)
    {
        builder.ToTable("tilbyder").HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Type).HasConversion<EnumText<Tilbydertype>>();
    }

    public void Configure(EntityTypeBuilder<Plass> builder)
    {
        builder.ToTable("plass").Ignore(p => p.Oppfylt).HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Versjon).IsRowVersion();
        builder.ComplexProperty(p => p.Data, data =>
        {
            data.Property(d => d.TilbyderId).IsRequired();
            data.Property(d => d.Navn).IsRequired();
            data.Property(d => d.Slag).HasConversion<EnumText<Plasslag>>().IsRequired();
            data.Property(d => d.Senger).IsRequired();
            data.Property(d => d.Tilgjengelighet).HasConversion<EnumText<Tilgjengelighet>>().IsRequired();
            data.Property(d => d.Pris).IsRequired();
        });
    }

    public void Configure(EntityTypeBuilder<Plassbelegg> builder)
    {
        builder.ToTable("plassbelegg").HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
    }
}
