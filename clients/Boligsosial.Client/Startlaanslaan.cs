using Refit;

namespace Boligsosial.Client;

/// <summary>A loan that is paid out, by its last saldo; kroner.</summary>
/// <param name="Id">Of the loan.</param>
/// <param name="SoeknadId">The application that it came of.</param>
/// <param name="Laantakere">The borrowers (personRef).</param>
/// <param name="Beloep">Paid out.</param>
/// <param name="Utbetalt">The day.</param>
/// <param name="Saldo">What is owed.</param>
/// <param name="SaldoDato">The day of the saldo.</param>
/// <param name="Rente">Percent.</param>
/// <param name="Rentetype">«flytende», «fast3», «fast5», «fast10» or «fast20».</param>
/// <param name="LoepetidAar">Years.</param>
/// <param name="AvdragsfrihetAar">Years with interest only.</param>
/// <param name="Mislighold">Due and not paid.</param>
/// <param name="MisligholdFra">Since when; null when nothing is.</param>
public record Startlaanslaan(
    Guid Id, Guid SoeknadId, IReadOnlyList<Guid> Laantakere, decimal Beloep, DateOnly Utbetalt, decimal Saldo, DateOnly SaldoDato, decimal Rente, string Rentetype, int LoepetidAar, int AvdragsfrihetAar,
    decimal Mislighold, DateOnly? MisligholdFra);

/// <summary>Which loans; what is null does not count.</summary>
public record Laanefilter
{
    /// <summary>True: something is due and not paid.</summary>
    [AliasAs("mislighold")]
    public bool? Mislighold { get; init; }

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
