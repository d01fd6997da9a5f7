using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>What a municipality chooses for its vedtak on startlån and on tilskudd, each for itself: who decides, where a klage goes and from when its time runs.</summary>
public abstract class Vedtaksprofil
{
    /// <summary>Ids of those who may decide. Empty: all who may decide by their role; never the one whose innstilling it is.</summary>
    public string[] Fullmaktshavere { get; init; } = [];

    public string Klageinstans { get; init; } = "kommunal klagenemnd";

    /// <summary>From when the time for a klage runs.</summary>
    public KlagefristRegnesFra KlagefristRegnesFra { get; init; } = KlagefristRegnesFra.UnderretningKommetFram;

    /// <summary>Days that a letter is reckoned to take, when nobody says when it came. Our default, in the applicant's favour.</summary>
    [Range(0, 30)]
    public int PostgangDager { get; init; } = 4;
}
