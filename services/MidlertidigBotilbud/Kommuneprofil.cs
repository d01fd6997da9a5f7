using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Botid.Regler;
using Boligsosial.MidlertidigBotilbud.Plasser;

namespace Boligsosial.MidlertidigBotilbud;

/// <summary>
/// What a municipality chooses for itself in midlertidig botilbud. Settings, section <c>Kommuneprofil</c>, from <c>Kommuneprofiler/{Kommune}.json</c>: another
/// municipality is another profile, never other code.
/// </summary>
public sealed class Kommuneprofil
{
    [RegularExpression("[0-9]{4}")]
    public string Kommunenummer { get; init; } = "";

    /// <summary>Those younger count as youth. Bolig for velferd speaks of 18–25 and counts those under 25; our default.</summary>
    [Range(18, 30)]
    public int UngUnder { get; init; } = 25;

    /// <summary>Months ahead that a release, a discharge or ettervern can be registered. NIBR counts those within two months as homeless; our default.</summary>
    [Range(1, 12)]
    public int KommendeMaaneder { get; init; } = 2;

    /// <summary>
    /// What a place must have for children to be offered it, of the checklist of the quality of a place. No source says what is suited to children; our default is all of it.
    /// </summary>
    public Kvalitet[] KvalitetForBarn { get; init; } = [];

    /// <summary>Months after which a place is to be looked at again. No source says how often; our default is a year.</summary>
    [Range(1, 60)]
    public int KvalitetMaaneder { get; init; } = 12;

    /// <summary>Days between two stays that do not set the clock back. No source says how many; our default is two weeks.</summary>
    [Range(0, 365)]
    public int BruddDager { get; init; } = 14;

    /// <summary>Nights in temporary housing before somebody is told. This and the next four: our defaults, the last for the three months of Bolig for velferd.</summary>
    [Range(1, 365)]
    public int VarselEtter { get; init; } = 14;

    /// <summary>Nights before the plan is looked at.</summary>
    [Range(1, 365)]
    public int PlankontrollEtter { get; init; } = 30;

    /// <summary>Nights before a leader takes it.</summary>
    [Range(1, 365)]
    public int LederEtter { get; init; } = 60;

    /// <summary>Nights before the network group takes it.</summary>
    [Range(1, 365)]
    public int NettverksgruppeEtter { get; init; } = 75;

    /// <summary>Nights that are three months, counted together over stays.</summary>
    [Range(1, 365)]
    public int TreMaanederEtter { get; init; } = 90;

    /// <summary>Days that an exception over three months can hold before it is assessed anew. No source says how long; our default is a month.</summary>
    [Range(1, 92)]
    public int UnntakDager { get; init; } = 31;

    /// <summary>The nights after which each step is due.</summary>
    public Terskler Terskler => new(VarselEtter, PlankontrollEtter, LederEtter, NettverksgruppeEtter, TreMaanederEtter);

    /// <summary>Months' rent that NAV guarantees for at most, to the municipality and to other private landlords. Ålesund's, and the most that the law lets be agreed.</summary>
    [Range(1, 6)]
    public int GarantiMaaneder { get; init; } = 6;

    /// <summary>To private landlords of refugees: Ålesund's three.</summary>
    [Range(1, 6)]
    public int GarantiMaanederFlyktning { get; init; } = 3;

    /// <summary>Years within which a second warning of fravikelse is «runddans», for the network group. Our default.</summary>
    [Range(1, 10)]
    public int RunddansAar { get; init; } = 3;

    /// <summary>The unit that takes what comes from other services.</summary>
    [Required]
    public string Mottaksenhet { get; init; } = "nav";

    /// <summary>Who decides a klage (sosialtjenesteloven § 47).</summary>
    [Required]
    public string Klageinstans { get; init; } = "statsforvalteren";

    /// <summary>From when the time for a klage runs.</summary>
    public KlagefristRegnesFra KlagefristRegnesFra { get; init; } = KlagefristRegnesFra.UnderretningKommetFram;

    /// <summary>Days that a letter is reckoned to take, when nobody says when it came. Our default, in the applicant's favour.</summary>
    [Range(0, 30)]
    public int PostgangDager { get; init; } = 4;
}
