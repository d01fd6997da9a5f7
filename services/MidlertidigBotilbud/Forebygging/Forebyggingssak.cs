using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.MidlertidigBotilbud.Forebygging;

/// <summary>What NAV answers to a warning of fravikelse; the words of <c>FravikelseBesvart</c>.</summary>
public enum Navsvar
{
    Betalingsavtale,
    RestanseDekket,
    Gjeldsraadgivning,

    /// <summary>NAV pays the rent out of their income, with their consent.</summary>
    FrivilligForvaltning,
    Ingen,
}

/// <summary>How it ended.</summary>
public enum Sakslutt
{
    Avverget,
    Gjennomfoert,
}

/// <summary>A warning that somebody may lose a home (husleieloven § 9-11): NAV has two weeks, and answers before fravikelse is requested.</summary>
public sealed class Forebyggingssak
{
    /// <summary>The landlord should wait so many days (husleieloven § 9-11).</summary>
    public const int FristDager = 14;

    public required Guid Id { get; init; }

    public required string Enhet { get; init; }

    /// <summary>The lease in boligregister.</summary>
    public required Guid LeieforholdId { get; init; }

    public required Guid[] Personer { get; init; }

    public required DateOnly Varslet { get; init; }

    /// <summary>From this day fravikelse can be requested, when NAV has not answered.</summary>
    public required DateOnly Frist { get; init; }

    /// <summary>Children live there: these go first.</summary>
    public required bool Barn { get; init; }

    public required decimal Restanse { get; init; }

    /// <summary>A second time within the profile's years: for the network group.</summary>
    public required bool Runddans { get; init; }

    /// <summary>The day the network group took it.</summary>
    public DateOnly? Nettverksgruppe { get; set; }

    public string? Nettverksmerknad { get; set; }

    public Navsvar? Utfall { get; private set; }

    public DateOnly? Besvart { get; private set; }

    public string? BesvartAv { get; private set; }

    public string? Merknad { get; private set; }

    public DateOnly? Avsluttet { get; private set; }

    public Sakslutt? Slutt { get; private set; }

    /// <summary>What NAV decided to pay of what is owed.</summary>
    public List<Restansedekning> Dekninger { get; } = [];

    /// <summary>It is open; or it has ended, and the last vedtak to pay fell by a klage.</summary>
    public bool KanDekkes => Avsluttet is null || Dekninger.MaxBy(d => d.Id) is { ErFalt: true };

    /// <summary>The row's version (xmin), given out as ETag.</summary>
    public uint Versjon { get; private init; }

    internal IEnumerable<Bruk> Bruk(Handling handling = Handling.Lest) => Personer.Select(p => new Bruk(handling, new PersonRef(p), "forebygging", "saksbehandling", $"forebygging/{Id}"));

    /// <summary>NAV answers; a later answer replaces it.</summary>
    public void Svar(Navsvar utfall, string merknad, DateOnly dato, string av) => (Utfall, Merknad, Besvart, BesvartAv) = (utfall, merknad, dato, av);

    /// <summary>It ended.</summary>
    public void Avslutt(Sakslutt slutt, DateOnly dato) => (Slutt, Avsluttet) = (slutt, dato);

    internal sealed class Mapping : IEntityTypeConfiguration<Forebyggingssak>
    {
        public void Configure(EntityTypeBuilder<Forebyggingssak> builder)
        {
            builder.ToTable("forebyggingssak").Ignore(s => s.KanDekkes).HasKey(s => s.Id);
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.Property(s => s.Utfall).HasConversion<EnumText<Navsvar>>();
            builder.Property(s => s.Slutt).HasConversion<EnumText<Sakslutt>>();
            builder.Property(s => s.Versjon).IsRowVersion();
            builder.HasMany(s => s.Dekninger).WithOne().HasForeignKey(d => d.SakId);
        }
    }
}

/// <summary>A case as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LeieforholdId">The lease in boligregister.</param>
/// <param name="Personer">The tenants (personRef).</param>
/// <param name="Varslet">The day NAV was warned.</param>
/// <param name="Frist">From this day fravikelse can be requested, when NAV has not answered.</param>
/// <param name="DagerIgjen">Days until then; below 0 when it has passed.</param>
/// <param name="Barn">Children live there.</param>
/// <param name="Restanse">Kroner owed then.</param>
/// <param name="Runddans">A second time within the profile's years.</param>
/// <param name="Nettverksgruppe">The day the network group took it.</param>
/// <param name="Nettverksmerknad">What came of that.</param>
/// <param name="Utfall">NAV's answer.</param>
/// <param name="Besvart">The day of it.</param>
/// <param name="BesvartAv">By whom.</param>
/// <param name="Merknad">What was done.</param>
/// <param name="Avsluttet">The day it ended.</param>
/// <param name="Slutt">How.</param>
/// <param name="Dekninger">What NAV decided to pay of what is owed, oldest first.</param>
public sealed record ForebyggingssakSvar(
    Guid Id, Guid LeieforholdId, IReadOnlyList<Guid> Personer, DateOnly Varslet, DateOnly Frist, int DagerIgjen, bool Barn, decimal Restanse, bool Runddans, DateOnly? Nettverksgruppe,
    string? Nettverksmerknad, Navsvar? Utfall, DateOnly? Besvart, string? BesvartAv, string? Merknad, DateOnly? Avsluttet, Sakslutt? Slutt,
    IReadOnlyList<DekningSvar> Dekninger)
{
    internal static ForebyggingssakSvar Av(Forebyggingssak s, DateOnly idag) => new(
        s.Id, s.LeieforholdId, s.Personer, s.Varslet, s.Frist, s.Frist.DayNumber - idag.DayNumber, s.Barn, s.Restanse, s.Runddans, s.Nettverksgruppe, s.Nettverksmerknad, s.Utfall, s.Besvart,
        s.BesvartAv, s.Merknad, s.Avsluttet, s.Slutt, [.. s.Dekninger.OrderBy(d => d.Id).Select(DekningSvar.Av)]);
}
