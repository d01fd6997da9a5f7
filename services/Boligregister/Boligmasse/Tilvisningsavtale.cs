namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>An agreement with a private owner on referring tenants to dwellings of a project.</summary>
public sealed class Tilvisningsavtale
{
    public Guid Id { get; init; }

    public required string Prosjekt { get; init; }

    public required string Utleier { get; init; }

    public string? Organisasjonsnummer { get; init; }

    public int AntallBoliger { get; init; }

    public decimal Andel { get; init; }

    /// <summary>How many may be in use at once; the database holds it.</summary>
    public int Tak { get; init; }

    public string? Merknad { get; init; }

    public DateOnly Fra { get; init; }

    public DateOnly Til { get; init; }

    public required string BesluttetAv { get; init; }
}

/// <summary>A dwelling of the project that somebody has been referred to. Who it is stands in no lease of ours: the owner lets.</summary>
public sealed class Tilvisning
{
    public Guid Id { get; init; }

    public Guid AvtaleId { get; init; }

    public required string Boenhet { get; init; }

    public DateOnly Fra { get; init; }

    /// <summary>The day after the last; null while it lasts.</summary>
    public DateOnly? Til { get; set; }

    /// <summary>The row's version (xmin).</summary>
    public uint Versjon { get; private init; }
}

/// <summary>An agreement as the API shows it, with how much of it is in use today.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Prosjekt">The project.</param>
/// <param name="Utleier">The private owner, who lets.</param>
/// <param name="Organisasjonsnummer">Of the owner.</param>
/// <param name="AntallBoliger">Dwellings in the project.</param>
/// <param name="Andel">The share that may be in use at once.</param>
/// <param name="TakEtterAndel">What the share gives, rounded down.</param>
/// <param name="Tak">How many may be in use at once by the agreement.</param>
/// <param name="Merknad">Why the two differ, when they do.</param>
/// <param name="Fra">First day.</param>
/// <param name="Til">The day after the last.</param>
/// <param name="IBruk">In use today.</param>
public sealed record TilvisningsavtaleSvar(
    Guid Id, string Prosjekt, string Utleier, string? Organisasjonsnummer, int AntallBoliger, decimal Andel, int TakEtterAndel, int Tak, string? Merknad,
    DateOnly Fra, DateOnly Til, int IBruk);

internal static class TilvisningsavtaleSvarene
{
    /// <summary>Each with what is in use on the day, counted in the same question.</summary>
    public static IQueryable<TilvisningsavtaleSvar> Svar(this IQueryable<Tilvisningsavtale> avtaler, BoligregisterDb db, DateOnly idag) => avtaler.Select(a => new TilvisningsavtaleSvar(
        a.Id, a.Prosjekt, a.Utleier, a.Organisasjonsnummer, a.AntallBoliger, a.Andel, (int)decimal.Floor(a.AntallBoliger * a.Andel), a.Tak, a.Merknad, a.Fra, a.Til,
        db.Set<Tilvisning>().Count(t => t.AvtaleId == a.Id && t.Fra <= idag && (t.Til == null || t.Til > idag))));
}
