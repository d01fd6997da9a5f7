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

    /// <summary>The day the network group last had it.</summary>
    public DateOnly? Nettverksgruppe { get; private set; }

    /// <summary>What came of each time.</summary>
    public List<Nettverksmerknad> Nettverksmerknader { get; } = [];

    public Navsvar? Utfall { get; private set; }

    public DateOnly? Besvart { get; private set; }

    public string? BesvartAv { get; private set; }

    public string? Merknad { get; private set; }

    public DateOnly? Avsluttet { get; private set; }

    public Sakslutt? Slutt { get; private set; }

    /// <summary>What NAV decided to pay of what is owed.</summary>
    public List<Restansedekning> Dekninger { get; } = [];

    /// <summary>What is decided of it in kroner. A vedtak that fell is with it: boligregister was told, and is not called back.</summary>
    public decimal Dekket => Dekninger.Sum(d => d.Beloep);

    /// <summary>It is open; or it has ended, and the last vedtak to pay fell by a klage.</summary>
    public bool KanDekkes => Avsluttet is null || Dekninger.MaxBy(d => d.Id) is { ErFalt: true };

    /// <summary>The row's version (xmin), given out as ETag.</summary>
    public uint Versjon { get; private init; }

    internal IEnumerable<Bruk> Bruk(Handling handling = Handling.Lest) => Personer.Select(p => new Bruk(handling, new PersonRef(p), "forebygging", "saksbehandling", $"forebygging/{Id}"));

    /// <summary>
    /// NAV pays some of what was owed when it was warned: not more than that. What covers all of it is the answer too, as boligregister then ends the case before anybody could
    /// give one.
    /// </summary>
    public Avvisning? Dekk(Restansedekning dekning)
    {
        if (Dekket >= Restanse)
            return new("restanse-er-dekket", $"Restansen på {Restanse:0.##} kroner er dekket ved vedtak før.", Felt: "beloep");
        if (Dekket + dekning.Beloep > Restanse)
            return new("dekning-over-restansen", $"Varselet gjelder {Restanse:0.##} kroner, og {Dekket:0.##} er dekket ved vedtak: det er igjen {Restanse - Dekket:0.##}.", Felt: "beloep");
        Dekninger.Add(dekning);
        return null;
    }

    /// <summary>Why it cannot be answered so; that what is owed is paid can be written also after boligregister ended the case because of it.</summary>
    public Avvisning? KanSvare(Navsvar utfall)
    {
        if (Avsluttet is not null && (utfall != Navsvar.RestanseDekket || Slutt != Sakslutt.Avverget || Utfall is not null || Dekninger.Count == 0))
            return Forebyggingsgang.ErAvsluttet;
        return utfall == Navsvar.RestanseDekket && Dekninger.TrueForAll(d => d.ErFalt) ? new("dekning-mangler", "Det er ikke gjort vedtak om å dekke restansen, eller vedtaket er falt ved klage.", Felt: "utfall") : null;
    }

    /// <summary>The network group has had it.</summary>
    public void TaINettverksgruppe(DateOnly dato, string merknad, string av)
    {
        Nettverksgruppe = dato > Nettverksgruppe || Nettverksgruppe is null ? dato : Nettverksgruppe;
        Nettverksmerknader.Add(new() { Id = Guid.CreateVersion7(), SakId = Id, Dato = dato, Merknad = merknad, Av = av });
    }

    /// <summary>NAV answers; a later answer replaces it.</summary>
    public void Svar(Navsvar utfall, string merknad, DateOnly dato, string av) => (Utfall, Merknad, Besvart, BesvartAv) = (utfall, merknad, dato, av);

    /// <summary>It ended.</summary>
    public void Avslutt(Sakslutt slutt, DateOnly dato) => (Slutt, Avsluttet) = (slutt, dato);

    internal sealed class Mapping : IEntityTypeConfiguration<Forebyggingssak>
    {
        public void Configure(EntityTypeBuilder<Forebyggingssak> builder)
        {
            builder.ToTable("forebyggingssak").Ignore(s => s.KanDekkes).Ignore(s => s.Dekket).HasKey(s => s.Id);
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.Property(s => s.Utfall).HasConversion<EnumText<Navsvar>>();
            builder.Property(s => s.Slutt).HasConversion<EnumText<Sakslutt>>();
            builder.Property(s => s.Versjon).IsRowVersion();
            builder.HasMany(s => s.Dekninger).WithOne().HasForeignKey(d => d.SakId);
            builder.HasMany(s => s.Nettverksmerknader).WithOne().HasForeignKey(m => m.SakId);
        }
    }
}
