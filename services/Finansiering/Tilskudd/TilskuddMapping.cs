using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.Finansiering.Tilskudd.Regler;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.Finansiering.Tilskudd;

internal sealed class TilskuddMapping
    : IEntityTypeConfiguration<Tilskuddssoeknad>, IEntityTypeConfiguration<Tilskuddsvedtak>, IEntityTypeConfiguration<Navsteg>, IEntityTypeConfiguration<Tilskuddsutbetaling>
{
    public void Configure(EntityTypeBuilder<Tilskuddssoeknad> builder)
    {
        builder.ToTable("tilskuddssoeknad").Ignore(s => s.SisteVedtak);
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Type).HasConversion<EnumText<Tilskuddstype>>();
        builder.Property(s => s.Formaal).HasConversion<EnumText<Tilskuddsformaal>>();
        builder.Property(s => s.Status).HasConversion<EnumText<Tilskuddsstatus>>();
        builder.Property(s => s.Innstilling).HasConversion<EnumText<Vedtaksutfall>>();
        StartlaanMapping.Liste<Kostnadspost>(builder.Property(s => s.Kostnader));
        StartlaanMapping.Liste<Vilkaarssvar>(builder.Property(s => s.Vilkaar));
        builder.Property(s => s.Versjon).IsRowVersion();
        builder.HasMany(s => s.Vedtak).WithOne().HasForeignKey(v => v.SoeknadId);
        builder.HasMany(s => s.Nav).WithOne().HasForeignKey(n => n.SoeknadId);
        builder.HasMany(s => s.Utbetalinger).WithOne().HasForeignKey(u => u.SoeknadId);
    }

    public void Configure(EntityTypeBuilder<Tilskuddsvedtak> builder)
    {
        builder.ToTable("tilskudd_vedtak").HasKey(v => new { v.SoeknadId, v.Nr });
        builder.Property(v => v.Nr).ValueGeneratedNever();
        builder.Property(v => v.Utfall).HasConversion<EnumText<Vedtaksutfall>>();
        builder.Property(v => v.Avslagsgrunn).HasConversion<EnumText<Tilskuddsavslag>>();
        StartlaanMapping.Liste<Vilkaarssvar>(builder.Property(v => v.Vilkaar));
        builder.Property(v => v.Dekning).HasColumnType("jsonb").HasConversion(d => JsonSerializer.Serialize(d, JsonSerializerOptions.Default), t => JsonSerializer.Deserialize<Kostnadsdekning>(t, JsonSerializerOptions.Default));
        builder.Property(v => v.KlageUtfall).HasConversion<EnumText<Klageutfall>>();
    }

    public void Configure(EntityTypeBuilder<Navsteg> builder)
    {
        builder.ToTable("tilskudd_nav").HasKey(n => new { n.SoeknadId, n.Nr });
        builder.Property(n => n.Nr).ValueGeneratedNever();
        builder.Property(n => n.Hendelse).HasConversion<EnumText<Navhendelse>>();
    }

    public void Configure(EntityTypeBuilder<Tilskuddsutbetaling> builder)
    {
        builder.ToTable("tilskudd_utbetaling").HasKey(u => new { u.SoeknadId, u.Nr });
        builder.Property(u => u.Nr).ValueGeneratedNever();
    }
}
