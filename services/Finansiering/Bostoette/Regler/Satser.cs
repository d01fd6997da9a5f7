namespace Boligsosial.Finansiering.Bostoette.Regler;

/// <summary>How the part of the egendel above the second limit grew before 1 July 2024 (§ 4 third paragraph as it then was).</summary>
/// <param name="Sats">Part of the whole omregnet inntekt at the limit + 1 krone, and what it grows by at each step.</param>
/// <param name="Steg">Kroner of omregnet inntekt between the steps.</param>
public sealed record Progresjon(decimal Sats, decimal Steg);

/// <summary>The rates of forskrift om bustøtte (FOR-2012-11-29-1283) from a day on, kroner a year unless it says otherwise; <see cref="Satshistorikk"/> has them.</summary>
public sealed record Satser
{
    /// <summary>In force from.</summary>
    public required DateOnly Fra { get; init; }

    /// <summary>The amendment that it comes of.</summary>
    public required string Kilde { get; init; }

    /// <summary>Part of the difference between boutgift and egendel (§ 1), since 1 January 2016.</summary>
    public decimal Andel { get; init; } = 0.737m;

    public required decimal MinsteEgendel { get; init; }

    /// <summary>Part of what is above <see cref="Grense1"/>, since 1 January 2017.</summary>
    public decimal Sats1 { get; init; } = 0.1644m;

    /// <summary>Part of what is above <see cref="Grense2"/> from 1 July 2024; before that <see cref="Progresjon"/>.</summary>
    public decimal Sats2 { get; init; } = 0.6356m;

    public required decimal Grense1 { get; init; }

    public required decimal Grense2 { get; init; }

    public required decimal Grense2UngUfoer { get; init; }

    public required decimal Grense1Alder { get; init; }

    public required decimal Grense2Alder { get; init; }

    /// <summary>The rule above the second limit before 1 July 2024; null after.</summary>
    public Progresjon? Progresjon { get; init; }

    /// <summary>Weight of each person from 18 after the first (§ 7).</summary>
    public decimal VektVoksen { get; init; } = 0.13m;

    /// <summary>Weight of each person under 18 (§ 7), since 1 February 2023.</summary>
    public decimal VektBarn { get; init; } = 0.15m;

    /// <summary>Upper limit of boutgifter for 1, 2, 3, 4, and 5 persons or more (§ 3).</summary>
    public required decimal[] Tak { get; init; }

    /// <summary>On top of it by group of municipalities; see <see cref="Kommunegruppe"/>.</summary>
    public required decimal[] Kommunetillegg { get; init; }

    public required decimal Spesialtilpasset { get; init; }

    public required decimal Driftsutgift { get; init; }

    public required decimal Oppvarming { get; init; }

    /// <summary>Until 1 September 2024 heating was for those with a pension for age, disability or bereavement.</summary>
    public bool OppvarmingBarePensjonister { get; init; }

    /// <summary>For each person whose income counts (§ 5).</summary>
    public required decimal FribeloepKapitalinntekt { get; init; }

    /// <summary>For tenants (§ 6).</summary>
    public required decimal FribeloepFormue { get; init; }

    /// <summary>Others have the formuesverdi of their own dwelling free, up to this (§ 6).</summary>
    public required decimal TakFormuesverdi { get; init; }

    /// <summary>Part of the wealth above it that counts as income.</summary>
    public decimal Formuesandel { get; init; } = 0.65m;

    /// <summary>Kroner a month (§ 13).</summary>
    public required decimal MinsteUtbetaling { get; init; }
}
