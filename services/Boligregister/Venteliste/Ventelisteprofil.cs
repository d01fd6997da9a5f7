using System.ComponentModel.DataAnnotations;

namespace Boligsosial.Boligregister.Venteliste;

/// <summary>What a municipality chooses for the dated criteria by which the waiting list is ranked.</summary>
public sealed class Ventelisteprofil
{
    /// <summary>Of several with one code, the one with the latest <see cref="Kriterium.Fra"/> that has come is in force.</summary>
    public Kriterium[] Kriterier { get; init; } = [];
}

/// <summary>
/// Something that gives points. A criterion is met by a situation, a child below an age or a group; or it counts the whole
/// months that have been waited. It is not changed: a new one with the same code and a later date takes its place, and 0
/// points end it.
/// </summary>
public sealed record Kriterium
{
    /// <summary>Stable, kebab-case: «barnefamilie».</summary>
    [Required]
    public string Kode { get; init; } = "";

    /// <summary>For the applicant: «Det bor barn i husstanden».</summary>
    public string Tekst { get; init; } = "";

    /// <summary>Where it comes from.</summary>
    public string Kilde { get; init; } = "";

    /// <summary>In force from this day.</summary>
    public DateOnly Fra { get; init; }

    /// <summary>What it gives; for each month when <see cref="PerMaaned"/>.</summary>
    [Range(0, 100_000)]
    public int Poeng { get; init; }

    /// <summary>Met by any of these situations.</summary>
    public string[] Situasjon { get; init; } = [];

    /// <summary>Met when the youngest child is below this age.</summary>
    public int? BarnUnder { get; init; }

    /// <summary>Met by any of these groups.</summary>
    public string[] Grupper { get; init; } = [];

    /// <summary>Counts whole months waited.</summary>
    public bool PerMaaned { get; init; }

    /// <summary>At most so many months count.</summary>
    [Range(0, 600)]
    public int MaksMaaneder { get; init; }
}
