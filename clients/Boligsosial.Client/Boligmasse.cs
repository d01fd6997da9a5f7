using Refit;

namespace Boligsosial.Client;

/// <summary>Which part of the stock, and which days.</summary>
public record Boligmassefilter
{
    /// <summary>As it was at the end of this day; today when null.</summary>
    [AliasAs("dato")]
    [Query(Format = "yyyy-MM-dd")]
    public DateOnly? Dato { get; init; }

    /// <summary>First day of the history, at most 366 days before the day; 30 days before when null.</summary>
    [AliasAs("historikkFra")]
    [Query(Format = "yyyy-MM-dd")]
    public DateOnly? HistorikkFra { get; init; }

    /// <summary>Any of these areas, spelled as in the register.</summary>
    [AliasAs("omraade")]
    [Query(CollectionFormat.Multi)]
    public IReadOnlyList<string>? Omraade { get; init; }

    /// <summary>Any of these categories; see <see cref="Boligkategori"/>.</summary>
    [AliasAs("kategori")]
    [Query(CollectionFormat.Multi)]
    public IReadOnlyList<string>? Kategori { get; init; }
}

/// <summary>The stock on a day, and the days until it.</summary>
/// <param name="Innhold">The kinds that there are any of, sorted; those that are disposed of, too.</param>
/// <param name="Totalt">The sum of them.</param>
/// <param name="SistOppdatert">When the newest change that is counted happened; null when there is none.</param>
/// <param name="Historikk">Day by day; a status that no dwelling had is left out.</param>
public record Boligmasse(IReadOnlyList<Boligmassecelle> Innhold, long Totalt, DateTimeOffset? SistOppdatert, IReadOnlyList<Boligmassedag> Historikk);

/// <summary>Dwellings of one kind.</summary>
/// <param name="Omraade">The area.</param>
/// <param name="Kategori">One of <see cref="Boligkategori"/>, or a later one.</param>
/// <param name="Status">One of <see cref="Boligstatus"/>, or a later one.</param>
/// <param name="Soverom">Number of bedrooms; 0 for a bedsit.</param>
/// <param name="Tilgjengelighet">One of <see cref="Client.Tilgjengelighet"/>, or a later one.</param>
/// <param name="Antall">Dwellings.</param>
public record Boligmassecelle(string Omraade, string Kategori, string Status, int Soverom, string Tilgjengelighet, long Antall);

/// <summary>Dwellings of one status at the end of a day.</summary>
/// <param name="Dato">The day.</param>
/// <param name="Status">One of <see cref="Boligstatus"/>, or a later one.</param>
/// <param name="Antall">Dwellings.</param>
public record Boligmassedag(DateOnly Dato, string Status, long Antall);
