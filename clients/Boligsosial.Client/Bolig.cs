namespace Boligsosial.Client;

/// <summary>A dwelling as it is sent to the register.</summary>
public record BoligInn
{
    /// <summary>The supplier's own id of the dwelling; unique where given.</summary>
    public string? LeverandorBoligId { get; init; }

    /// <summary>The property in the cadastre.</summary>
    public required Matrikkel Matrikkel { get; init; }

    /// <summary>The dwelling within the building, such as <c>H0102</c>.</summary>
    public string? Bruksenhetsnummer { get; init; }

    /// <summary>Tells dwellings apart that share matrikkel and bruksenhetsnummer, such as rooms in a collective.</summary>
    public string? EkstraReferanse { get; init; }

    /// <summary>The street address.</summary>
    public required Adresse Adresse { get; init; }

    /// <summary>The area of the municipality's own plan, such as <c>Skodje</c>.</summary>
    public string? Omraade { get; init; }

    /// <summary>The part of the municipality.</summary>
    public string? Kommunedel { get; init; }

    /// <summary>One of <see cref="Boligkategori"/>, or a later one.</summary>
    public required string Kategori { get; init; }

    /// <summary>The kind of building or unit, such as a flat or a detached house.</summary>
    public string? Boligtype { get; init; }

    /// <summary>One of <see cref="Client.Disposisjonsform"/>.</summary>
    public required string Disposisjonsform { get; init; }

    /// <summary>The owner's name; a company or the municipality, never a private person's.</summary>
    public string? Eier { get; init; }

    /// <summary>Usable area in m².</summary>
    public decimal? Bruksareal { get; init; }

    /// <summary>Number of bedrooms.</summary>
    public int? Soverom { get; init; }

    /// <summary>Floor of the entrance; 1 is the ground floor.</summary>
    public int? Etasje { get; init; }

    /// <summary>Any of <see cref="Boligegenskap"/>, or later ones.</summary>
    public IReadOnlyList<string> Egenskaper { get; init; } = [];

    /// <summary>Rent in kroner per month.</summary>
    public decimal? Maanedsleie { get; init; }

    /// <summary>One of <see cref="Boligstatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>First day of the status.</summary>
    public DateOnly? StatusFra { get; init; }
}

/// <summary>A dwelling in the register.</summary>
public record Bolig : BoligInn
{
    /// <summary>The register's own id; never reused.</summary>
    public required Guid Id { get; init; }

    /// <summary>Every status the dwelling has had, when one dwelling is asked for; else null.</summary>
    public IReadOnlyList<Statusperiode>? Historikk { get; init; }
}

/// <summary>A property in the cadastre: kommunenummer-gårdsnummer/bruksnummer/festenummer/seksjonsnummer.</summary>
/// <param name="Kommunenummer">Four digits, such as <c>1508</c> for Ålesund.</param>
/// <param name="Gaardsnummer">Number of the farm (gårdsnummer).</param>
/// <param name="Bruksnummer">Number of the holding.</param>
/// <param name="Festenummer">Number of the lease of land, where there is one.</param>
/// <param name="Seksjonsnummer">Number of the section, where the property is divided.</param>
public record Matrikkel(
    string Kommunenummer,
    int Gaardsnummer,
    int Bruksnummer,
    int? Festenummer = null,
    int? Seksjonsnummer = null);

/// <summary>A street address.</summary>
/// <param name="Gatenavn">Name of the street or place.</param>
/// <param name="Husnummer">Number of the house.</param>
/// <param name="Husbokstav">Letter after the number, where there is one.</param>
/// <param name="Postnummer">Four digits.</param>
/// <param name="Poststed">Name of the postal area.</param>
public record Adresse(
    string Gatenavn,
    int Husnummer,
    string? Husbokstav,
    string Postnummer,
    string? Poststed = null);

/// <summary>A time in one status: from and with <c>Fra</c>, to and without <c>Til</c>.</summary>
/// <param name="Status">One of <see cref="Boligstatus"/>, or a later one.</param>
/// <param name="Fra">First day.</param>
/// <param name="Til">The day after the last; null while it lasts.</param>
public record Statusperiode(string Status, DateOnly Fra, DateOnly? Til);
