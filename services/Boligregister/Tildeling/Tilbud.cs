using Boligsosial.Boligregister.Boliger;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.Boligregister.Tildeling;

/// <summary>An offer of one dwelling to one applicant. A no is recorded, and changes nothing of the applicant's place.</summary>
public sealed class Tilbud
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The unit whose case it is.</summary>
    public required string Enhet { get; init; }

    /// <summary>The meeting that it came of; null: given outside one.</summary>
    public Guid? MoeteId { get; init; }

    public required Guid SoeknadId { get; init; }

    /// <summary>The applicants' pseudonyms.</summary>
    public required Guid[] Soekere { get; init; }

    public required Guid BoligId { get; init; }

    /// <summary>What the dwelling was, and is again when nobody takes it.</summary>
    public required Boligstatus Boligstatus { get; init; }

    public required DateOnly Dato { get; init; }

    /// <summary>The last day to answer.</summary>
    public required DateOnly Svarfrist { get; init; }

    public Tilbudsstatus Status { get; private set; }

    /// <summary>The day of the answer, or that it lapsed.</summary>
    public DateOnly? Svart { get; private set; }

    /// <summary>Why they said no, or it was taken back.</summary>
    public string? Grunn { get; private set; }

    /// <summary>Why this dwelling, where it is not what was proposed.</summary>
    public string? Begrunnelse { get; init; }

    /// <summary>The person who decided it.</summary>
    public required string BesluttetAv { get; init; }

    /// <summary>The row's version (xmin).</summary>
    public uint Versjon { get; private init; }

    /// <summary>How the log names it.</summary>
    public string Sak => $"tilbud/{Id}";

    public void Avslutt(Tilbudsstatus status, DateOnly dato, string? grunn) => (Status, Svart, Grunn) = (status, dato, grunn);

    internal IEnumerable<Bruk> Bruk(Handling handling) => Soekere.Select(s => new Bruk(handling, new PersonRef(s), "tilbud", "saksbehandling", Sak));

    internal sealed class Mapping : IEntityTypeConfiguration<Tilbud>
    {
        public void Configure(EntityTypeBuilder<Tilbud> builder)
        {
            builder.ToTable("tilbud").Ignore(t => t.Sak);
            builder.Property(t => t.Id).ValueGeneratedNever();
            builder.Property(t => t.Versjon).IsRowVersion();
            builder.Property(t => t.Status).HasConversion<EnumText<Tilbudsstatus>>();
            builder.Property(t => t.Boligstatus).HasConversion<EnumText<Boligstatus>>();
        }
    }
}

/// <summary>What has become of an offer.</summary>
public enum Tilbudsstatus
{
    Sendt,
    Ja,
    Nei,
    Bortfalt,
    Trukket,
}

/// <summary>An offer as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="MoeteId">The meeting that it came of.</param>
/// <param name="SoeknadId">The application.</param>
/// <param name="BoligId">The dwelling.</param>
/// <param name="Dato">The day it was given.</param>
/// <param name="Svarfrist">The last day to answer.</param>
/// <param name="Status">What has become of it.</param>
/// <param name="Svart">The day of that.</param>
/// <param name="Grunn">Why no, or why it was taken back.</param>
/// <param name="Begrunnelse">Why this dwelling, where it is not what was proposed.</param>
/// <param name="BesluttetAv">The person who decided it.</param>
public sealed record TilbudSvar(
    Guid Id, Guid? MoeteId, Guid SoeknadId, Guid BoligId, DateOnly Dato, DateOnly Svarfrist, Tilbudsstatus Status, DateOnly? Svart, string? Grunn, string? Begrunnelse, string BesluttetAv)
{
    internal TilbudSvar(Tilbud t)
        : this(t.Id, t.MoeteId, t.SoeknadId, t.BoligId, t.Dato, t.Svarfrist, t.Status, t.Svart, t.Grunn, t.Begrunnelse, t.BesluttetAv)
    {
    }
}
