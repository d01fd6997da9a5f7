namespace Boligsosial.Finansiering.Bostoette.Regler;

/// <summary>What <see cref="Utmaaling"/> comes to, with every step on the way: kroner a year, unrounded, unless it says otherwise.</summary>
public readonly record struct Beregning
{
    public Satser Satser { get; init; }

    public decimal Inntekt { get; init; }

    public decimal Fribeloep { get; init; }

    public decimal Formuestillegg { get; init; }

    public decimal Vekt { get; init; }

    /// <summary>§ 7: all income, divided by the weight.</summary>
    public decimal Omregnet => (Inntekt + Formuestillegg) / Vekt;

    public decimal Grense1 { get; init; }

    public decimal Over1 => VektetOver1 / Vekt;

    public decimal Grense2 { get; init; }

    /// <summary>The part that was applied above the second limit.</summary>
    public decimal Sats2 { get; init; }

    public decimal Over2 => VektetOver2 / Vekt;

    public decimal Egendel => Satser.MinsteEgendel + ((VektetOver1 + VektetOver2) / Vekt);

    public decimal Drift { get; init; }

    public decimal Oppvarming { get; init; }

    /// <summary>Boutgifter before the upper limit.</summary>
    public decimal Faktisk { get; init; }

    public decimal Tak { get; init; }

    public decimal Tillegg { get; init; }

    public decimal Spesial { get; init; }

    /// <summary>Approved: within the upper limit.</summary>
    public decimal Boutgift { get; init; }

    public decimal PerAar => VektetPerAar / Vekt;

    /// <summary>A month, to two decimals, before minste utbetaling.</summary>
    public decimal Beregnet { get; init; }

    /// <summary>A month, to two decimals; 0 below minste utbetaling.</summary>
    public decimal PerMaaned { get; init; }

    /// <summary>Times the weight, and so not divided yet.</summary>
    internal decimal VektetOver1 { get; init; }

    internal decimal VektetOver2 { get; init; }

    internal decimal VektetPerAar { get; init; }
}
