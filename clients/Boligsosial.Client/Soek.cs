using Refit;

namespace Boligsosial.Client;

/// <summary>Conditions on dwellings, all of which must hold; what is null does not count.</summary>
public record Boligfilter
{
    /// <summary>The area, spelled as in the register.</summary>
    [AliasAs("omraade")]
    public string? Omraade { get; init; }

    /// <summary>One of <see cref="Boligkategori"/>.</summary>
    [AliasAs("kategori")]
    public string? Kategori { get; init; }

    /// <summary>One of <see cref="Boligstatus"/>.</summary>
    [AliasAs("status")]
    public string? Status { get; init; }

    /// <summary>At least this many bedrooms.</summary>
    [AliasAs("soveromFra")]
    public int? SoveromFra { get; init; }

    /// <summary>At most this many bedrooms.</summary>
    [AliasAs("soveromTil")]
    public int? SoveromTil { get; init; }

    /// <summary>At least this rent, kroner per month.</summary>
    [AliasAs("leieFra")]
    public decimal? LeieFra { get; init; }

    /// <summary>At most this rent, kroner per month.</summary>
    [AliasAs("leieTil")]
    public decimal? LeieTil { get; init; }

    /// <summary>Every one of these properties; see <see cref="Boligegenskap"/>.</summary>
    [AliasAs("egenskaper")]
    [Query(CollectionFormat.Multi)]
    public IReadOnlyList<string>? Egenskaper { get; init; }

    /// <summary>Free text in the address.</summary>
    [AliasAs("adresse")]
    public string? Adresse { get; init; }

    /// <summary>Dwellings on a page.</summary>
    [AliasAs("antall")]
    public int? Antall { get; init; }

    /// <summary>Where to go on: <see cref="Side{T}.Neste"/> of the page before.</summary>
    [AliasAs("etter")]
    public string? Etter { get; init; }
}

/// <summary>A page of a list.</summary>
/// <param name="Innhold">The page.</param>
/// <param name="Neste">Cursor of the next page; null on the last.</param>
public record Side<T>(IReadOnlyList<T> Innhold, string? Neste);

/// <summary>Counts of dwellings.</summary>
/// <param name="Innhold">One line for each combination of the groups asked for.</param>
/// <param name="Totalt">All dwellings counted.</param>
public record Boligantall(IReadOnlyList<Antallslinje> Innhold, long Totalt);

/// <summary>A count; a group that was not asked for is null.</summary>
/// <param name="Omraade">The area.</param>
/// <param name="Kategori">One of <see cref="Boligkategori"/>, or a later one.</param>
/// <param name="Status">One of <see cref="Boligstatus"/>, or a later one.</param>
/// <param name="Antall">Dwellings.</param>
public record Antallslinje(string? Omraade, string? Kategori, string? Status, long Antall);
