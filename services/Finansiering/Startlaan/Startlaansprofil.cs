using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>What a municipality chooses for startlån: its own rates and rules, how long a bevis holds, what it sets aside, and what its vedtak have in common.</summary>
public sealed class Startlaansprofil : Vedtaksprofil
{
    /// <summary>Rates that the service does not know, or that are newer: styringsrenten, rates of a month. They win from their day.</summary>
    public Sats[] Satser { get; init; } = [];

    /// <summary>Percentage points on Husbankens rate, 0.25 at most (forskrift om lån fra Husbanken § 8-2). Our default is the most, as most municipalities have.</summary>
    [Range(typeof(decimal), "-5", "0.25")]
    public decimal Paaslag { get; init; } = 0.25m;

    /// <summary>Years, when a request does not say.</summary>
    [Range(1, 30)]
    public int LoepetidAar { get; init; } = 30;

    /// <summary>Months that a finansieringsbevis holds. Our default: no source says how long; half of buyers buy after 3–4 months (Husbankens årsrapport 2025).</summary>
    [Range(1, 24)]
    public int BevisMaaneder { get; init; } = 6;

    /// <summary>Percent of the portfolio that the tapsfond is at least. Stjørdal's own rule is 1; our default for others.</summary>
    [Range(typeof(decimal), "0", "100")]
    public decimal TapsfondProsent { get; init; } = 1;

    /// <summary>The groups that go first, in their order: «barnefamilie», «leietaker-kommunal-bolig», «fare-for-aa-miste-boligen», «saerlige-utfordringer».</summary>
    public string[] Prioritet { get; init; } = ["barnefamilie", "saerlige-utfordringer"];

    /// <summary>The municipality's own rules. None is absolute.</summary>
    public LokalRegel[] LokaleRegler { get; init; } = [];

    /// <summary>The unit that works with startlån: what comes by itself is its case.</summary>
    [Required]
    public string Enhet { get; init; } = Roller.Enhet[Roller.AakeStoenad];

    /// <summary>Kinds of what an applicant shows (Husbankens veileder, «krav til dokumentasjon»).</summary>
    public string[] Dokumentasjon { get; init; } = [];

    /// <summary>Groups that those who apply are counted in. Our default: those of Stjørdal's plan (table 23); a municipality names its own.</summary>
    public string[] Mottakergrupper { get; init; } = ["enslig-eller-par-ufoeretrygd", "barnefamilie-lav-inntekt", "enslig-forsoerger-ufoeretrygd", "pensjonist", "annen"];
}
