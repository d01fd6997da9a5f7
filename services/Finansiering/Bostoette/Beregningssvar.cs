using Boligsosial.Finansiering.Bostoette.Regler;

namespace Boligsosial.Finansiering.Bostoette;

/// <summary>What bostøtte is estimated to be; all amounts to two decimals.</summary>
public record Beregningssvar
{
    internal const string Husbanken = "Dette er et anslag. Husbanken avgjør søknader om bostøtte etter bustøttelova og forskrift om bustøtte, på grunnlag av opplysningene Husbanken henter inn.";

    internal Beregningssvar(in Grunnlag grunnlag, in Beregning beregning)
    {
        (BostoettePerMaaned, BeregnetPerMaaned, MinsteUtbetaling) = (beregning.PerMaaned, beregning.Beregnet, beregning.Satser.MinsteUtbetaling);
        (EgendelPerAar, OmregnetInntektPerAar, Vekt) = (Utmaaling.Oere(beregning.Egendel), Utmaaling.Oere(beregning.Omregnet), beregning.Vekt);
        (GodkjentBoutgiftPerAar, TakPerAar) = (Utmaaling.Oere(beregning.Boutgift), beregning.Tak + beregning.Tillegg + beregning.Spesial);
        (Maaned, SatserFra) = (new(grunnlag.Dato.Year, grunnlag.Dato.Month, 1), beregning.Satser.Fra);
    }

    /// <summary>Kroner a month; 0 below minste utbetaling (forskrift om bustøtte § 13).</summary>
    public decimal BostoettePerMaaned { get; }

    /// <summary>Kroner a month, also when it is too little to be paid.</summary>
    public decimal BeregnetPerMaaned { get; }

    /// <summary>Kroner a month: the least that is paid.</summary>
    public decimal MinsteUtbetaling { get; }

    /// <summary>Kroner a year that the household bears itself (§ 4).</summary>
    public decimal EgendelPerAar { get; }

    /// <summary>Kroner a year, with the addition for wealth, divided by the weight (§ 7).</summary>
    public decimal OmregnetInntektPerAar { get; }

    /// <summary>The household's weight (§ 7).</summary>
    public decimal Vekt { get; }

    /// <summary>Kroner a year: boutgifter within the upper limit (§§ 2 and 3).</summary>
    public decimal GodkjentBoutgiftPerAar { get; }

    /// <summary>Kroner a year: the upper limit (§ 3).</summary>
    public decimal TakPerAar { get; }

    /// <summary>The first day of the month that it is for.</summary>
    public DateOnly Maaned { get; }

    /// <summary>The rates are in force from.</summary>
    public DateOnly SatserFra { get; }
}

/// <summary>An estimate that explains itself.</summary>
public sealed record ForklartBeregning : Beregningssvar
{
    internal ForklartBeregning(in Grunnlag grunnlag, in Beregning beregning)
        : base(grunnlag, beregning) =>
        (OevreInntektsgrensePerMaaned, Forbehold, Forklaring) = (Utmaaling.OevreInntektsgrense(grunnlag, beregning.Satser), Husbanken, Regler.Forklaring.Av(grunnlag, beregning));

    /// <summary>Kroner a month: the highest income with which this household would get any; null when no income is low enough.</summary>
    public decimal? OevreInntektsgrensePerMaaned { get; }

    /// <summary>Who decides.</summary>
    public string Forbehold { get; }

    /// <summary>Each step of the calculation.</summary>
    public IReadOnlyList<Ledd> Forklaring { get; }
}
