using Refit;

namespace Boligsosial.Client;

/// <summary>A period; both days count.</summary>
public record Statistikkperiode
{
    /// <summary>The first day; 1 January of the last day's year when null.</summary>
    [AliasAs("fra")]
    [Query(Format = "yyyy-MM-dd")]
    public DateOnly? Fra { get; init; }

    /// <summary>The last day; today when null.</summary>
    [AliasAs("til")]
    [Query(Format = "yyyy-MM-dd")]
    public DateOnly? Til { get; init; }
}

/// <summary>Startlån in a period, computed from the cases; kroner.</summary>
/// <param name="Fra">The first day.</param>
/// <param name="Til">The last day.</param>
/// <param name="Husstander">Loans paid out.</param>
/// <param name="BarnefamilierProsent">Of them, percent with children.</param>
/// <param name="SnittKjoepesum">Mean price.</param>
/// <param name="SnittStartlaan">Mean loan.</param>
/// <param name="AndelAvKjoepesumProsent">The mean loan of the mean price.</param>
/// <param name="Refinansieringer">Loans to keep the home.</param>
/// <param name="FraKommunalBolig">Borrowers who rented of the municipality.</param>
/// <param name="Utbetalt">Paid out.</param>
/// <param name="Laaneopptak">The frames of the years that the period touches.</param>
/// <param name="Soeknader">Applications that came.</param>
/// <param name="Avslag">Refusals that stood.</param>
/// <param name="DagerTilVedtak">Median.</param>
/// <param name="EtterFormaal">Loans by purpose.</param>
/// <param name="KjoepEtterBoforhold">Loans to buy by where the buyers lived.</param>
/// <param name="AvslagEtterGrunn">Refusals by reason.</param>
/// <param name="Bevis">What came of the bevis given.</param>
public record Startlaanstatistikk(
    DateOnly Fra, DateOnly Til, int Husstander, decimal? BarnefamilierProsent, decimal? SnittKjoepesum, decimal? SnittStartlaan, decimal? AndelAvKjoepesumProsent, int Refinansieringer,
    int FraKommunalBolig, decimal Utbetalt, decimal Laaneopptak, int Soeknader, int Avslag, double? DagerTilVedtak, IReadOnlyList<Statistikkgruppe> EtterFormaal,
    IReadOnlyList<Statistikkgruppe> KjoepEtterBoforhold, IReadOnlyList<Statistikkgruppe> AvslagEtterGrunn, Bevisbruk Bevis);

/// <summary>A group; more may come.</summary>
/// <param name="Kode">Its code.</param>
/// <param name="Antall">How many.</param>
/// <param name="Beloep">Kroner paid out; 0 for refusals.</param>
public record Statistikkgruppe(string Kode, int Antall, decimal Beloep);

/// <summary>What came of finansieringsbevis.</summary>
/// <param name="Gitt">Given in the period.</param>
/// <param name="Brukt">Of them, paid out.</param>
/// <param name="Gyldige">Neither used nor lapsed.</param>
/// <param name="Utloept">Lapsed unused.</param>
public record Bevisbruk(int Gitt, int Brukt, int Gyldige, int Utloept);

/// <summary>Bostøtte in a period, computed from the cases; kroner.</summary>
/// <param name="Fra">The first day.</param>
/// <param name="Til">The last day.</param>
/// <param name="Husstander">Granted at least one month.</param>
/// <param name="Soekere">Applied, or had a month decided.</param>
/// <param name="BarnefamilierProsent">Of those told of.</param>
/// <param name="UtenGrunnlag">Households of which nothing is told.</param>
/// <param name="SnittInntekt">A month.</param>
/// <param name="SnittBoutgift">A month.</param>
/// <param name="SnittBostoette">A month.</param>
/// <param name="InnvilgetBeloep">Granted, as the vedtak say.</param>
/// <param name="Utbetalt">Paid, as Husbanken has confirmed.</param>
/// <param name="AvslagEtterKode">Cases refused for some month, by Husbanken's code.</param>
/// <param name="DagerTilVedtak">Median.</param>
public record Bostoettestatistikk(
    DateOnly Fra, DateOnly Til, int Husstander, int Soekere, decimal? BarnefamilierProsent, int UtenGrunnlag, decimal? SnittInntekt, decimal? SnittBoutgift, decimal? SnittBostoette, decimal InnvilgetBeloep,
    decimal Utbetalt, IReadOnlyList<Bostoetteavslag> AvslagEtterKode, double? DagerTilVedtak);

/// <summary>Refusals by one code.</summary>
/// <param name="Kode">«V03».</param>
/// <param name="Antall">Cases.</param>
public record Bostoetteavslag(string Kode, int Antall);
