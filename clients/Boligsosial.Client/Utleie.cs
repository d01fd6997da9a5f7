using Refit;

namespace Boligsosial.Client;

/// <summary>Which days.</summary>
public record Utleiefilter
{
    /// <summary>As it was at the end of this day; today when null.</summary>
    [AliasAs("dato")]
    [Query(Format = "yyyy-MM-dd")]
    public DateOnly? Dato { get; init; }

    /// <summary>First day of the period, at most 366 days before the day; 30 days before when null.</summary>
    [AliasAs("fra")]
    [Query(Format = "yyyy-MM-dd")]
    public DateOnly? Fra { get; init; }
}

/// <summary>Applications, leases and fravikelser in numbers.</summary>
/// <param name="Fra">First day of the period.</param>
/// <param name="Dato">Last day of it.</param>
/// <param name="SistOppdatert">When the newest that is counted was told; null when nothing has been.</param>
/// <param name="Stilling">How it stands at the end of the last day.</param>
/// <param name="Perioden">What happened in the period.</param>
/// <param name="DagForDag">How it stood, day by day.</param>
public record Utleie(DateOnly Fra, DateOnly Dato, DateTimeOffset? SistOppdatert, Utleiestilling Stilling, Utleieperiode Perioden, IReadOnlyList<Utleiedag> DagForDag);

/// <summary>So many of a kind; more kinds may come.</summary>
/// <param name="Navn">The kind: «ny», «nibr-2», «kjoept-bolig».</param>
/// <param name="Antall">How many.</param>
public record Utleiegruppe(string Navn, long Antall);

/// <summary>How it stands at the end of a day.</summary>
/// <param name="Soeknader">Open applications by type.</param>
/// <param name="Situasjoner">Open applications by situation; several may hold for one.</param>
/// <param name="Venter">Granted, and not housed yet.</param>
/// <param name="Leieforhold">Leases that run.</param>
/// <param name="Tidsubestemte">Of these, without an end.</param>
/// <param name="UtloeperInnenSeksMaaneder">Of these, with less than six months left.</param>
/// <param name="TilVurdering">Of these, those whose renewal is to be assessed.</param>
/// <param name="Utloept">Of these, beyond their time.</param>
/// <param name="Fravikelser">Warned of, and neither averted nor carried out.</param>
/// <param name="FravikelserMedBarn">Of these, with children in the dwelling.</param>
public record Utleiestilling(
    IReadOnlyList<Utleiegruppe> Soeknader,
    IReadOnlyList<Utleiegruppe> Situasjoner,
    long Venter,
    long Leieforhold,
    long Tidsubestemte,
    long UtloeperInnenSeksMaaneder,
    long TilVurdering,
    long Utloept,
    long Fravikelser,
    long FravikelserMedBarn);

/// <summary>What happened in a period.</summary>
/// <param name="Mottatt">Applications received, by type.</param>
/// <param name="Innvilget">Applications granted.</param>
/// <param name="Avslag">Applications refused.</param>
/// <param name="Avsluttet">Applications that ended, by cause.</param>
/// <param name="Tildelt">Dwellings allocated and accepted.</param>
/// <param name="Ventedager">Days from received to allocated, on average of those; null when there were none.</param>
/// <param name="Inngaatt">Leases that began.</param>
/// <param name="Innflyttet">Keys handed over.</param>
/// <param name="Opphoert">Leases that ended, by cause.</param>
/// <param name="Varslet">Fravikelser that NAV was warned of.</param>
/// <param name="Gjennomfoert">Fravikelser carried out.</param>
/// <param name="GjennomfoertMedBarn">Of these, with children in the dwelling.</param>
/// <param name="Avverget">Fravikelser averted, by cause.</param>
public record Utleieperiode(
    IReadOnlyList<Utleiegruppe> Mottatt,
    long Innvilget,
    long Avslag,
    IReadOnlyList<Utleiegruppe> Avsluttet,
    long Tildelt,
    long? Ventedager,
    long Inngaatt,
    long Innflyttet,
    IReadOnlyList<Utleiegruppe> Opphoert,
    long Varslet,
    long Gjennomfoert,
    long GjennomfoertMedBarn,
    IReadOnlyList<Utleiegruppe> Avverget);

/// <summary>How it stood at the end of a day.</summary>
/// <param name="Dato">The day.</param>
/// <param name="Soeknader">Open applications.</param>
/// <param name="Venter">Granted, and not housed yet.</param>
/// <param name="Leieforhold">Leases that ran.</param>
/// <param name="Fravikelser">Warned of and not over.</param>
public record Utleiedag(DateOnly Dato, long Soeknader, long Venter, long Leieforhold, long Fravikelser);
