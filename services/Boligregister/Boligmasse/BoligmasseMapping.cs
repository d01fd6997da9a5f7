using Boligsosial.ServiceDefaults.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>The tables of agreements and the stock.</summary>
internal static class BoligmasseMapping
{
    public static void MapBoligmasse(this ModelBuilder model)
    {
        model.Entity<Tilvisningsavtale>().ToTable("tilvisningsavtale");
        model.Entity<Tilvisning>().ToTable("tilvisning").Property(t => t.Versjon).IsRowVersion();
        model.Entity<Innleieavtale>().ToTable("innleieavtale").Property(a => a.Versjon).IsRowVersion();
        model.Entity<Kjoepsplan>(plan =>
        {
            plan.ToTable("kjoepsplan").Property(p => p.Versjon).IsRowVersion();
            plan.Property(p => p.Status).HasConversion<Tekst<Kjoepsstatus>>();
        });
        model.Entity<Salgssak>(sak =>
        {
            sak.ToTable("salgssak").Property(s => s.Versjon).IsRowVersion();
            sak.Property(s => s.Eieform).HasConversion<Tekst<Eieform>>();
            sak.Property(s => s.Status).HasConversion<Tekst<Salgsstatus>>();
            sak.Property(s => s.Salgsform).HasConversion<Tekst<Salgsform>>();
        });
        model.Entity<Tilstandsregistrering>().ToTable("tilstandsregistrering");
        model.Entity<Tilsyn>().ToTable("tilsyn");
        model.Entity<Tilsynsavvik>(avvik =>
        {
            avvik.ToTable("tilsynsavvik").Property(a => a.Versjon).IsRowVersion();
            avvik.Property(a => a.Punkt).HasConversion<Tekst<Tilsynspunkt>>();
        });
    }

    private sealed class Tekst<T>() : ValueConverter<T, string>(v => EnumNames<T>.Of(v), t => Les(t))
        where T : struct, Enum
    {
        private static T Les(string tekst) => EnumNames<T>.TryParse(tekst, out var verdi) ? verdi : throw new InvalidOperationException($"«{tekst}» is no {typeof(T).Name}");
    }
}
