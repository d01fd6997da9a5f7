using Refit;

namespace Boligsosial.Client;

/// <summary>An application for bostøtte, to be followed.</summary>
/// <param name="Soeker">The applicant (personRef).</param>
/// <param name="Kanal">«elektronisk» or «papir».</param>
/// <param name="Mangelfull">Something is missing.</param>
/// <param name="Mottatt">The day it came; today when null.</param>
public record BostoettesakInn(Guid Soeker, string Kanal, bool Mangelfull = false, DateOnly? Mottatt = null);

/// <summary>A case as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Soeker">The applicant (personRef).</param>
/// <param name="Kanal">«elektronisk» or «papir».</param>
/// <param name="Status">«mangelfull», «mottatt», «innvilget», «proeves-paa-nytt» or «avslag».</param>
/// <param name="Mottatt">The day it came.</param>
/// <param name="Maaned">The first month that it counts for.</param>
/// <param name="NesteMaaned">The month that Husbanken decides next; null when it has ended.</param>
/// <param name="Vedtak">Husbanken's vedtak, month by month.</param>
public record Bostoettesak(Guid Id, Guid Soeker, string Kanal, string Status, DateOnly Mottatt, DateOnly Maaned, DateOnly? NesteMaaned, IReadOnlyList<Bostoettevedtak> Vedtak);

/// <summary>Husbanken's vedtak for a month.</summary>
/// <param name="Maaned">The month.</param>
/// <param name="Kode">V00 granted, else why not.</param>
/// <param name="Beloep">Kroner.</param>
/// <param name="Dato">The day of it.</param>
/// <param name="Klagefrist">The last day for a klage.</param>
/// <param name="Utbetales">When it is paid.</param>
public record Bostoettevedtak(DateOnly Maaned, string Kode, decimal? Beloep, DateOnly Dato, DateOnly Klagefrist, DateOnly? Utbetales);

/// <summary>Husbanken's vedtak, to be written down.</summary>
/// <param name="Maaned">A day in the month that it is for.</param>
/// <param name="Kode">«V00» granted; «V02», «V03», «V04», «V05», «V09», «V11» or «V48» refused.</param>
/// <param name="Beloep">Kroner; with V00 alone.</param>
/// <param name="Dato">The day of it; today when null.</param>
public record BostoettevedtakInn(DateOnly Maaned, string Kode, decimal? Beloep = null, DateOnly? Dato = null);

/// <summary>Which cases; what is null does not count.</summary>
public record Bostoettesakfilter
{
    /// <summary>Where it stands.</summary>
    [AliasAs("status")]
    public string? Status { get; init; }

    /// <summary>Of this person.</summary>
    [AliasAs("personRef")]
    public Guid? PersonRef { get; init; }

    /// <summary>On a page.</summary>
    [AliasAs("antall")]
    public int? Antall { get; init; }

    /// <summary>Where to go on: <see cref="Side{T}.Neste"/> of the page before.</summary>
    [AliasAs("etter")]
    public string? Etter { get; init; }
}
