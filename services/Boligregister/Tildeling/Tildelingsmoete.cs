using Boligsosial.Boligregister.Tildeling.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.Boligregister.Tildeling;

/// <summary>A meeting in which vacant dwellings are allocated to those who wait. What it began with stays as it was.</summary>
public sealed class Tildelingsmoete
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Enhet { get; init; }

    public required DateOnly Dato { get; init; }

    /// <summary>The person who held it.</summary>
    public required string HoldtAv { get; init; }

    /// <summary>The waiting list as it was, with what every place was computed from.</summary>
    public required Guid OeyeblikksbildeId { get; init; }

    public DateOnly? Avsluttet { get; private set; }

    public string? AvsluttetAv { get; private set; }

    public uint Versjon { get; private init; }

    public void Avslutt(DateOnly dato, string hvem) => (Avsluttet, AvsluttetAv) = (dato, hvem);

    internal sealed class Mapping : IEntityTypeConfiguration<Tildelingsmoete>, IEntityTypeConfiguration<Tildelingsrad>
    {
        public void Configure(EntityTypeBuilder<Tildelingsmoete> builder)
        {
            builder.ToTable("tildelingsmoete").Property(m => m.Id).ValueGeneratedNever();
            builder.Property(m => m.Versjon).IsRowVersion();
        }

        public void Configure(EntityTypeBuilder<Tildelingsrad> builder)
        {
            builder.ToTable("tildelingsrad").HasKey(r => new { r.MoeteId, r.SoeknadId });
            builder.Property(r => r.Utfall).HasConversion<EnumText<Radutfall>>();
            builder.Property(r => r.Passform).HasColumnType("jsonb");
        }
    }
}

/// <summary>What a meeting makes of one who waits.</summary>
public sealed class Tildelingsrad
{
    public Guid MoeteId { get; init; }

    public Guid SoeknadId { get; init; }

    /// <summary>On the waiting list.</summary>
    public int Plass { get; init; }

    /// <summary>The dwelling that the system proposed.</summary>
    public Guid? Foreslaatt { get; init; }

    public Radutfall Utfall { get; init; }

    /// <summary>How the dwelling fits, as computed then: <see cref="Passformsvar"/> as JSON.</summary>
    public string? Passform { get; set; }

    /// <summary>What people made of it.</summary>
    public Guid? BoligId { get; private set; }

    public string? EndretAv { get; private set; }

    public string? EndretGrunn { get; private set; }

    /// <summary>Another dwelling, or none, and why.</summary>
    public void Endre(Guid? bolig, string hvem, string grunn) => (BoligId, EndretAv, EndretGrunn) = (bolig, hvem, grunn);
}

/// <summary>What the system proposed, and if nothing, why.</summary>
public enum Radutfall
{
    /// <summary>A dwelling.</summary>
    Foreslaatt,

    /// <summary>None that is vacant fits.</summary>
    IngenPasser,

    /// <summary>Those that fit go to higher places.</summary>
    GikkTilHoeyerePlass,
}

/// <summary>A meeting as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Dato">The day.</param>
/// <param name="HoldtAv">Who held it.</param>
/// <param name="OeyeblikksbildeId">The waiting list as it was (/venteliste/oeyeblikksbilder/{id}).</param>
/// <param name="Avsluttet">The day it ended and offers were given; null: it goes on.</param>
/// <param name="AvsluttetAv">By whom.</param>
/// <param name="NesteMoete">When the next is due, by the profile; null: whenever something is vacant.</param>
public sealed record TildelingsmoeteSvar(Guid Id, DateOnly Dato, string HoldtAv, Guid OeyeblikksbildeId, DateOnly? Avsluttet, string? AvsluttetAv, DateOnly? NesteMoete)
{
    internal TildelingsmoeteSvar(Tildelingsmoete m, Tildelingsprofil profil)
        : this(m.Id, m.Dato, m.HoldtAv, m.OeyeblikksbildeId, m.Avsluttet, m.AvsluttetAv, profil.DagerMellomMoeter == 0 ? null : m.Dato.AddDays(profil.DagerMellomMoeter))
    {
    }
}

/// <summary>Who sees meetings: the unit that held them.</summary>
internal static class SynligeMoeter
{
    public static IQueryable<Tildelingsmoete> Moeter(this BoligregisterDb db, Bruker bruker) => db.Set<Tildelingsmoete>().Where(m => m.Enhet == bruker.Enhet);

    /// <summary>Its rows of people that the caller sees.</summary>
    public static IQueryable<Tildelingsrad> Rader(this BoligregisterDb db, Guid moete, Bruker bruker) => db.Set<Tildelingsrad>().FromSql(
        $"""
        SELECT r.* FROM tildelingsrad r JOIN soeknad s ON s.id = r.soeknad_id
        WHERE r.moete_id = {moete} AND NOT noen_skjult(s.enhet, s.soekere, {bruker.Skjermet})
        """);
}
