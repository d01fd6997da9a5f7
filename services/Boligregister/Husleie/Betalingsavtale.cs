using Boligsosial.Boligregister.Husleie.Regler;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>What is owed, to be paid in instalments beside the rent that falls due.</summary>
public sealed class Betalingsavtale
{
    public Guid Id { get; init; }

    public Guid LeieforholdId { get; init; }

    public DateOnly Inngaatt { get; init; }

    /// <summary>What it is about.</summary>
    public decimal Restanse { get; init; }

    public required DateOnly[] AvdragForfall { get; init; }

    public required decimal[] AvdragBeloep { get; init; }

    public required string InngaattAv { get; init; }

    public DateOnly? Avsluttet { get; private set; }

    public string? AvsluttetAv { get; private set; }

    public string? Begrunnelse { get; private set; }

    public IEnumerable<(DateOnly Forfall, decimal Beloep)> Avdrag => AvdragForfall.Zip(AvdragBeloep);

    /// <summary>As it stands on a day, by what is unpaid then.</summary>
    public Avtalestatus Status(IEnumerable<Restansealder.Aapent> aapne, DateOnly dag, int naade) =>
        Begrunnelse is not null ? Avtalestatus.Opphevet : Avtale.Vurder(Restanse, [.. Avdrag], aapne, dag, naade);

    /// <summary>It is over: kept, broken, or with a reason given up.</summary>
    public void Avslutt(DateOnly dato, string av, string? begrunnelse = null) => (Avsluttet, AvsluttetAv, Begrunnelse) = (dato, av, begrunnelse);

    internal sealed class Mapping : IEntityTypeConfiguration<Betalingsavtale>
    {
        public void Configure(EntityTypeBuilder<Betalingsavtale> builder) => builder.ToTable("betalingsavtale").Ignore(a => a.Avdrag);
    }
}

/// <summary>An instalment.</summary>
/// <param name="Forfall">To be paid by this day.</param>
/// <param name="Beloep">Kroner.</param>
public sealed record Avdrag(DateOnly Forfall, decimal Beloep);

/// <summary>A betalingsavtale as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Inngaatt">The day it was made.</param>
/// <param name="Restanse">What it is about, kroner.</param>
/// <param name="Avdrag">When how much of it is to be paid.</param>
/// <param name="InngaattAv">Who made it for the municipality.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Avsluttet">The day it ended, when it has.</param>
/// <param name="Begrunnelse">Why it was given up, when it was.</param>
public sealed record BetalingsavtaleSvar(
    Guid Id, DateOnly Inngaatt, decimal Restanse, IReadOnlyList<Avdrag> Avdrag, string InngaattAv, Avtalestatus Status, DateOnly? Avsluttet, string? Begrunnelse)
{
    internal BetalingsavtaleSvar(Betalingsavtale avtale, Avtalestatus status)
        : this(
            avtale.Id, avtale.Inngaatt, avtale.Restanse, [.. avtale.Avdrag.Select(a => new Avdrag(a.Forfall, a.Beloep))],
            avtale.InngaattAv, status, avtale.Avsluttet, avtale.Begrunnelse)
    {
    }
}
