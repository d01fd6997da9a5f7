using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>The tables of agreements and the stock.</summary>
internal sealed class BoligmasseMapping :
    IEntityTypeConfiguration<Tilvisningsavtale>, IEntityTypeConfiguration<Tilvisning>, IEntityTypeConfiguration<Innleieavtale>, IEntityTypeConfiguration<Kjoepsplan>,
    IEntityTypeConfiguration<Salgssak>, IEntityTypeConfiguration<Tilstandsregistrering>, IEntityTypeConfiguration<Tilsyn>, IEntityTypeConfiguration<Tilsynsavvik>
{
    public void Configure(EntityTypeBuilder<Tilvisningsavtale> builder) => builder.ToTable("tilvisningsavtale");

    public void Configure(EntityTypeBuilder<Tilvisning> builder) => builder.ToTable("tilvisning").Property(t => t.Versjon).IsRowVersion();

    public void Configure(EntityTypeBuilder<Innleieavtale> builder) => builder.ToTable("innleieavtale").Property(a => a.Versjon).IsRowVersion();

    public void Configure(EntityTypeBuilder<Kjoepsplan> builder)
    {
        builder.ToTable("kjoepsplan").Property(p => p.Versjon).IsRowVersion();
        builder.Property(p => p.Status).HasConversion<EnumText<Kjoepsstatus>>();
    }

    public void Configure(EntityTypeBuilder<Salgssak> builder)
    {
        builder.ToTable("salgssak").Property(s => s.Versjon).IsRowVersion();
        builder.Property(s => s.Eieform).HasConversion<EnumText<Eieform>>();
        builder.Property(s => s.Status).HasConversion<EnumText<Salgsstatus>>();
        builder.Property(s => s.Salgsform).HasConversion<EnumText<Salgsform>>();
    }

    public void Configure(EntityTypeBuilder<Tilstandsregistrering> builder) => builder.ToTable("tilstandsregistrering");

    public void Configure(EntityTypeBuilder<Tilsyn> builder) => builder.ToTable("tilsyn");

    public void Configure(EntityTypeBuilder<Tilsynsavvik> builder)
    {
        builder.ToTable("tilsynsavvik").Property(a => a.Versjon).IsRowVersion();
        builder.Property(a => a.Punkt).HasConversion<EnumText<Tilsynspunkt>>();
    }
}
