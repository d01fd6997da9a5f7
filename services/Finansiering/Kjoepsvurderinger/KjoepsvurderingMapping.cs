using System.Text.Json;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.Finansiering.Kjoepsvurderinger;

internal sealed class KjoepsvurderingMapping : IEntityTypeConfiguration<Kjoepsvurdering>
{
    public void Configure(EntityTypeBuilder<Kjoepsvurdering> builder)
    {
        builder.ToTable("kjoepsvurdering").HasKey(k => k.Id);
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Status).HasConversion<EnumText<Kjoepsstatus>>();
        builder.Property(k => k.Utfall).HasConversion<EnumText<Kjoepsutfall>>();
        builder.Property(k => k.Beregning).HasColumnType("jsonb").HasConversion(
            b => JsonSerializer.Serialize(b, JsonSerializerOptions.Default), t => JsonSerializer.Deserialize<Kjoepsberegning>(t, JsonSerializerOptions.Default));
        builder.Property(k => k.Versjon).IsRowVersion();
    }
}
