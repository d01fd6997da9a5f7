namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>What a place must be, and what it is; each can do what the one before can.</summary>
public enum Tilgjengelighet
{
    Ordinaer,
    Trinnfri,
    Rullestol,
}

/// <summary>Who need a bed, and what it must be.</summary>
/// <param name="Voksne">From 18.</param>
/// <param name="BarnsAlder">The age of each child in whole years.</param>
/// <param name="Alder">Of the youngest adult, when known.</param>
/// <param name="Tilgjengelighet">What the place must be.</param>
/// <param name="KanBoRusfritt">They can stay where it is a condition to be rusfri.</param>
/// <param name="Husdyr">They have an animal with them.</param>
/// <param name="Skolekrets">Where the children go to school.</param>
/// <param name="BarnMeldt">There are children, and nobody has told how old they are.</param>
public sealed record Behov(int Voksne, int[] BarnsAlder, int? Alder, Tilgjengelighet Tilgjengelighet, bool KanBoRusfritt, bool Husdyr, string? Skolekrets, bool BarnMeldt = false)
{
    /// <summary>How many children there are at least.</summary>
    public int AntallBarn => Math.Max(BarnsAlder.Length, BarnMeldt ? 1 : 0);
}
