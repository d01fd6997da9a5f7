using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.Finansiering.Startlaan;

internal sealed class StartlaanMapping : IEntityTypeConfiguration<Startlaansoeknad>, IEntityTypeConfiguration<Laanevedtak>, IEntityTypeConfiguration<Laan>
{
    public void Configure(EntityTypeBuilder<Startlaansoeknad> builder)
    {
        builder.ToTable("startlaansoeknad").Ignore(s => s.SisteVedtak);
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Ordning).HasConversion<EnumText<Ordning>>();
        builder.Property(s => s.Formaal).HasConversion<EnumText<Formaal>>();
        builder.Property(s => s.Status).HasConversion<EnumText<Laanestatus>>();
        builder.Property(s => s.Boforhold).HasConversion<EnumText<Boforhold>>();
        builder.Property(s => s.Innstilling).HasConversion<EnumText<Vedtaksutfall>>();
        Liste<Vilkaarssvar>(builder.Property(s => s.Vilkaar));
        builder.Property(s => s.Versjon).IsRowVersion();
        builder.HasMany(s => s.Vedtak).WithOne().HasForeignKey(v => v.SoeknadId);
    }

    public void Configure(EntityTypeBuilder<Laanevedtak> builder)
    {
        builder.ToTable("startlaan_vedtak").HasKey(v => new { v.SoeknadId, v.Nr });
        builder.Property(v => v.Nr).ValueGeneratedNever();
        builder.Property(v => v.Utfall).HasConversion<EnumText<Vedtaksutfall>>();
        builder.Property(v => v.Avslagsgrunn).HasConversion<EnumText<Avslagsgrunn>>();
        Liste<Vilkaarssvar>(builder.Property(v => v.Vilkaar));
        builder.Property(v => v.KlageUtfall).HasConversion<EnumText<Klageutfall>>();
    }

    public void Configure(EntityTypeBuilder<Laan> builder)
    {
        builder.ToTable("startlaan").HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Ordning).HasConversion<EnumText<Ordning>>();
        builder.Property(l => l.Formaal).HasConversion<EnumText<Formaal>>();
        builder.Property(l => l.Rentetype).HasConversion<EnumText<Rentetype>>();
        builder.Property(l => l.Laanetype).HasConversion<EnumText<Laanetype>>();
    }

    /// <summary>A list in one column.</summary>
    internal static void Liste<T>(PropertyBuilder<IReadOnlyList<T>> egenskap) => egenskap.HasColumnType("jsonb").HasConversion(
        v => JsonSerializer.Serialize(v, JsonSerializerOptions.Default), t => JsonSerializer.Deserialize<List<T>>(t, JsonSerializerOptions.Default)!,
        new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), v => v.Count, v => v));
}
