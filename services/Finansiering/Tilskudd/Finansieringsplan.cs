using System.ComponentModel.DataAnnotations;
using Boligsosial.Finansiering.Startlaan;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>A part of what it costs.</summary>
/// <param name="Navn">«kjøpesum», «omkostninger», «bad».</param>
/// <param name="Beloep">Kroner.</param>
public sealed record Kostnadspost([property: Required, MaxLength(200)] string? Navn, [property: Required, Kroner] decimal? Beloep);

/// <summary>What it costs in all, and what pays for it beside tilskudd, startlån and NAV.</summary>
/// <param name="Kostnader">1 to 50 parts.</param>
/// <param name="Egenkapital">Kroner of the applicants' own.</param>
/// <param name="AndreMidler">Kroner of a bank's loan, of others.</param>
/// <param name="StartlaanId">The application for startlån that is for the same, when there is one; what is granted in it is reckoned in.</param>
public sealed record Finansieringsplan(
    [property: Required, MinLength(1), MaxLength(50)] Kostnadspost[]? Kostnader, [property: Kroner] decimal? Egenkapital, [property: Kroner] decimal? AndreMidler, Guid? StartlaanId);
