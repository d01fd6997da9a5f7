using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt.Regler;
using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

internal sealed class HenvendelseMapping : IEntityTypeConfiguration<Henvendelse>, IEntityTypeConfiguration<Botilbudsvedtak>, IEntityTypeConfiguration<Botilbudsavvik>,
    IEntityTypeConfiguration<Behovsretting>, IEntityTypeConfiguration<Henvendelsesmerke>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public void Configure(EntityTypeBuilder<Henvendelse> builder)
    {
        builder.ToTable("henvendelse").Ignore(h => h.SisteVedtak).Ignore(h => h.Frist).Ignore(h => h.Behov).HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Kanal).HasConversion<EnumText<Kanal>>();
        builder.Property(h => h.Bakgrunn).HasConversion<EnumText<Bakgrunn>>();
        builder.Property(h => h.Status).HasConversion<EnumText<Henvendelsesstatus>>();
        builder.Property(h => h.Tilgjengelighet).HasConversion<EnumText<Tilgjengelighet>>();
        builder.Property(h => h.Versjon).IsRowVersion();
        builder.HasMany(h => h.Vedtak).WithOne().HasForeignKey(v => v.HenvendelseId);
        builder.HasMany(h => h.Avvik).WithOne().HasForeignKey(a => a.HenvendelseId);
        builder.HasMany(h => h.Merker).WithOne().HasForeignKey(m => m.HenvendelseId);
        builder.HasMany(h => h.Rettinger).WithOne().HasForeignKey(r => r.HenvendelseId);
    }

    public void Configure(EntityTypeBuilder<Henvendelsesmerke> builder)
    {
        builder.ToTable("henvendelsesmerke").HasKey(m => new { m.HenvendelseId, m.Merke });
        builder.Property(m => m.Merke).HasConversion<EnumText<Merke>>();
    }

    public void Configure(EntityTypeBuilder<Behovsretting> builder)
    {
        builder.ToTable("behovsretting").HasKey(r => new { r.HenvendelseId, r.Nr });
        builder.Property(r => r.Nr).ValueGeneratedNever();
        builder.Property(r => r.Foer).HasColumnType("jsonb").HasConversion(b => JsonSerializer.Serialize(b, Json), t => JsonSerializer.Deserialize<Behov>(t, Json)!);
    }

    public void Configure(EntityTypeBuilder<Botilbudsvedtak> builder)
    {
        builder.ToTable("botilbudsvedtak").HasKey(v => new { v.HenvendelseId, v.Nr });
        builder.Property(v => v.Nr).ValueGeneratedNever();
        builder.Property(v => v.Utfall).HasConversion<EnumText<Vedtaksutfall>>();
        builder.Property(v => v.Avslagsgrunn).HasConversion<EnumText<Avslagsgrunn>>();
        builder.Property(v => v.KlageUtfall).HasConversion<EnumText<Klageutfall>>();
    }

    public void Configure(EntityTypeBuilder<Botilbudsavvik> builder)
    {
        builder.ToTable("botilbudsavvik").HasKey(a => new { a.HenvendelseId, a.Dag });
        builder.Property(a => a.Forsoek).HasColumnType("jsonb").HasConversion(
            f => JsonSerializer.Serialize(f, Json), t => JsonSerializer.Deserialize<Forsoek[]>(t, Json)!,
            new ValueComparer<Forsoek[]>((a, b) => a!.SequenceEqual(b!), f => f.Length, f => f));
    }
}
