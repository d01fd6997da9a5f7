using System.ComponentModel.DataAnnotations;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>What a municipality chooses for agreements and the stock.</summary>
public sealed class Boligmasseprofil
{
    /// <summary>The largest share of a project that may be in use by tilvisning at once. 40 % in both municipalities' sources and in Husbanken's terms.</summary>
    [Range(0.01, 1)]
    public decimal StoersteTilvisningsandel { get; init; } = 0.40m;

    /// <summary>The shortest time that an agreement of tilvisning is made for.</summary>
    [Range(1, 100)]
    public int TilvisningAar { get; init; } = 20;

    /// <summary>
    /// What the sitting tenant may buy at takst, without bidding: «enebolig», «eierseksjon», «borettslag», «leiegaard». Empty:
    /// everything is sold by bidding. Stjørdal sells all but leiegårder so; Ålesund's plan does not say, so it does not.
    /// </summary>
    public Eieform[] TakstsalgTilLeietaker { get; init; } = [];

    /// <summary>Every dwelling's condition is surveyed once in so many years: 5 is 20 % a year.</summary>
    [Range(1, 50)]
    public int TilstandHvertAar { get; init; } = 5;

    /// <summary>Every dwelling is inspected (røykvarsler, slokkeutstyr, el) once in so many months.</summary>
    [Range(1, 120)]
    public int TilsynHverMaaned { get; init; } = 12;
}
