namespace Boligsosial.Boligregister.Boliger.Regler;

/// <summary>
/// How accessible a dwelling is, in one word: what tells ordinary dwellings from adapted ones in the municipality's overview.
/// Source: boligsosialloven § 5 (LOV-2022-12-20-121, in force from 1 July 2023), overview of the need for ordinary and
/// adapted dwellings. The words and their order are ours; the law does not grade.
/// </summary>
public static class Tilgjengelighet
{
    public const string Rullestol = "rullestol";
    public const string Trinnfri = "trinnfri";
    public const string Ordinaer = "ordinaer";

    /// <summary>Of a dwelling with these <paramref name="egenskaper"/>: the most that it can take, as a wheelchair needs no steps either.</summary>
    public static string Av(IReadOnlyCollection<string> egenskaper) =>
        egenskaper.Contains(Rullestol) ? Rullestol
        : egenskaper.Contains(Trinnfri) ? Trinnfri
        : Ordinaer;
}
