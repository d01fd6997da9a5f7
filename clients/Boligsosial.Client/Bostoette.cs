namespace Boligsosial.Client;

/// <summary>A household in a month.</summary>
/// <param name="Dato">A day in the month; what counts is how it is on the first of it.</param>
/// <param name="Kommunenummer">Four digits.</param>
/// <param name="Voksne">Persons from 18; the applicant counts among them also when younger.</param>
/// <param name="Barn">Persons under 18.</param>
/// <param name="InntektPerMaaned">Kroner a month, gross, without what comes of capital.</param>
/// <param name="BoutgiftPerMaaned">Kroner a month, without the fixed sums for drift and heating.</param>
public record Bostoettehusstand(DateOnly Dato, string Kommunenummer, int Voksne, int Barn, decimal InntektPerMaaned, decimal BoutgiftPerMaaned)
{
    /// <summary>Somebody has varig uføretrygd as ung ufør.</summary>
    public bool UngUfoer { get; init; }

    /// <summary>Somebody is enslig with alderspensjon.</summary>
    public bool EnsligAlderspensjonist { get; init; }

    /// <summary>Somebody needs a specially adapted dwelling, with especially high boutgifter for it.</summary>
    public bool Spesialtilpasset { get; init; }

    /// <summary>«leie», «boligselskap» or «annen»; «leie» when null.</summary>
    public string? Boform { get; init; }

    /// <summary>Heating is paid by oneself.</summary>
    public bool BetalerOppvarming { get; init; }

    /// <summary>Somebody has a pension for age, disability or bereavement; counts for heating before 1 September 2024.</summary>
    public bool Pensjonist { get; init; }

    /// <summary>Kroner a year, one number for each adult who has any.</summary>
    public IReadOnlyList<decimal>? KapitalinntektPerAar { get; init; }

    /// <summary>Kroner, of the whole household.</summary>
    public decimal? Nettoformue { get; init; }

    /// <summary>Kroner: the formuesverdi of an own dwelling.</summary>
    public decimal? FormuesverdiBolig { get; init; }
}

/// <summary>An estimate; amounts to two decimals.</summary>
/// <param name="BostoettePerMaaned">Kroner a month; 0 below minste utbetaling.</param>
/// <param name="BeregnetPerMaaned">Kroner a month, also when it is too little to be paid.</param>
/// <param name="MinsteUtbetaling">Kroner a month: the least that is paid.</param>
/// <param name="EgendelPerAar">Kroner a year that the household bears itself.</param>
/// <param name="OmregnetInntektPerAar">Kroner a year, divided by the weight.</param>
/// <param name="Vekt">The household's weight.</param>
/// <param name="GodkjentBoutgiftPerAar">Kroner a year: boutgifter within the upper limit.</param>
/// <param name="TakPerAar">Kroner a year: the upper limit.</param>
/// <param name="OevreInntektsgrensePerMaaned">Kroner a month: the highest income with which this household would get any; null when none is low enough.</param>
/// <param name="Maaned">The first day of the month that it is for.</param>
/// <param name="SatserFra">The rates are in force from.</param>
/// <param name="Forbehold">Who decides.</param>
/// <param name="Forklaring">Each step of the calculation.</param>
public record Bostoetteberegning(
    decimal BostoettePerMaaned, decimal BeregnetPerMaaned, decimal MinsteUtbetaling, decimal EgendelPerAar, decimal OmregnetInntektPerAar, decimal Vekt, decimal GodkjentBoutgiftPerAar, decimal TakPerAar,
    decimal? OevreInntektsgrensePerMaaned, DateOnly Maaned, DateOnly SatserFra, string Forbehold, IReadOnlyList<Bostoetteledd> Forklaring);

/// <summary>A step of the calculation.</summary>
/// <param name="Navn">What it is.</param>
/// <param name="Tall">The number.</param>
/// <param name="Enhet">«kr/år», «kr/måned» or «vekt»; more may come.</param>
/// <param name="Paragraf">Of forskrift om bustøtte.</param>
/// <param name="Regnestykke">How it comes about.</param>
/// <param name="Kilde">The amendment that the rates are from.</param>
/// <param name="SatserFra">The rates are in force from.</param>
public record Bostoetteledd(string Navn, decimal Tall, string Enhet, string Paragraf, string Regnestykke, string Kilde, DateOnly SatserFra);
