namespace Boligsosial.Boligregister.Soeknader;

/// <summary>Who is going to live there.</summary>
/// <param name="Voksne">Adults, 18 or older.</param>
/// <param name="BarnsAlder">The age of each child in whole years, when the application came.</param>
public sealed record Husstand(int Voksne, IReadOnlyList<int> BarnsAlder)
{
    /// <summary>Everyone.</summary>
    public int Antall => Voksne + BarnsAlder.Count;
}
