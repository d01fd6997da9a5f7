using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>What a municipality chooses for applications: how long they hold, when the applicant is answered, who handles a klage.</summary>
public sealed class Soeknadsprofil
{
    /// <summary>Months that an application holds; Ålesund's web pages: 3.</summary>
    [Range(1, 120)]
    public int GyldigMaaneder { get; init; } = 3;

    /// <summary>Days before it lapses that the applicant is reminded. Our default: the sources say nothing of it.</summary>
    [Range(1, 90)]
    public int PaaminnelseDager { get; init; } = 14;

    /// <summary>Days before a foreløpig svar is due that it comes into the queue. Our default.</summary>
    [Range(0, 30)]
    public int ForeloepigSvarVarselDager { get; init; } = 7;

    /// <summary>The unit that handles what other services send over.</summary>
    public string Mottaksenhet { get; init; } = "aake";

    /// <summary>What a vedtak is grounded on when the caseworker names nothing else.</summary>
    public string Hjemmel { get; init; } = "";

    public string Klageinstans { get; init; } = "kommunal klagenemnd";

    /// <summary>From when the three weeks run: forvaltningsloven of 1967 and of 2025 differ.</summary>
    public KlagefristRegnesFra KlagefristRegnesFra { get; init; } = KlagefristRegnesFra.UnderretningKommetFram;

    /// <summary>Days that a letter is reckoned to take, when nobody says when it came. Our default, in the applicant's favour.</summary>
    [Range(0, 30)]
    public int PostgangDager { get; init; } = 4;

    /// <summary>Kinds of what an applicant is asked to show.</summary>
    public string[] Dokumentasjon { get; init; } = [];

    /// <summary>Units and services that an application is worked on with.</summary>
    public string[] Samarbeid { get; init; } = [];

    /// <summary>Groups that a vedtak may count a household to. Never one that is a health fact.</summary>
    public string[] Grupper { get; init; } = [];
}
