namespace Boligsosial.Client;

/// <summary>A dwelling as it is sent to the register.</summary>
public record BoligInn
{
    /// <summary>The supplier's own id of the dwelling; unique where given.</summary>
    public string? LeverandorBoligId { get; init; }

    /// <summary>The property in the cadastre, <c>kommunenr-gnr/bnr[/fnr[/snr]]</c>: «1508-131/42».</summary>
    public string? Matrikkel { get; init; }

    /// <summary>The dwelling within the building, such as <c>H0102</c>.</summary>
    public string? Bruksenhetsnummer { get; init; }

    /// <summary>Tells dwellings apart that share matrikkel and bruksenhetsnummer, such as rooms in a collective.</summary>
    public string? EkstraReferanse { get; init; }

    /// <summary>The street address.</summary>
    public required Adresse Adresse { get; init; }

    /// <summary>The area of the municipality's own plan, such as <c>Skodje</c>.</summary>
    public required string Omraade { get; init; }

    /// <summary>The part of the municipality.</summary>
    public string? Kommunedel { get; init; }

    /// <summary>One of <see cref="Boligkategori"/>, or a later one.</summary>
    public required string Kategori { get; init; }

    /// <summary>The kind of building or unit, such as a flat or a detached house.</summary>
    public string? Boligtype { get; init; }

    /// <summary>A finer division of the type.</summary>
    public string? UnderkategoriBoligtype { get; init; }

    /// <summary>One of <see cref="Client.Disposisjonsform"/>.</summary>
    public required string Disposisjonsform { get; init; }

    /// <summary>The owner, when it is not the municipality.</summary>
    public Eier? Eier { get; init; }

    /// <summary>Usable area in m².</summary>
    public decimal? Bruksareal { get; init; }

    /// <summary>Number of bedrooms; 0 for a bedsit.</summary>
    public required int Soverom { get; init; }

    /// <summary>Floor of the entrance; 1 is the ground floor.</summary>
    public int? Etasje { get; init; }

    /// <summary>Any of <see cref="Boligegenskap"/>, or later ones.</summary>
    public IReadOnlyList<string> Egenskaper { get; init; } = [];

    /// <summary>Rent in kroner per month.</summary>
    public decimal? Maanedsleie { get; init; }

    /// <summary>Depositum in kroner.</summary>
    public decimal? Depositum { get; init; }

    /// <summary>Number of the electricity meter.</summary>
    public string? MaalernummerStroem { get; init; }

    /// <summary>Number of the water meter.</summary>
    public string? MaalernummerVann { get; init; }

    /// <summary>School catchment area, primary.</summary>
    public string? SkolekretsBarneskole { get; init; }

    /// <summary>School catchment area, lower secondary.</summary>
    public string? SkolekretsUngdomsskole { get; init; }

    /// <summary>Whether costs qualify for compensation of merverdiavgift.</summary>
    public bool? KvalifisererMvaKompensasjon { get; init; }

    /// <summary>About the dwelling, never about people.</summary>
    public string? OevrigInformasjon { get; init; }

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

/// <summary>Who owns a dwelling.</summary>
/// <param name="Navn">Name of a company or a person.</param>
/// <param name="Organisasjonsnummer">Nine digits.</param>
/// <param name="Mobilnummer">Mobile phone.</param>
public record Eier(string? Navn = null, string? Organisasjonsnummer = null, string? Mobilnummer = null);

/// <summary>A street address.</summary>
/// <param name="Gatenavn">Name of the street or place.</param>
/// <param name="Husnummer">Number of the house.</param>
/// <param name="Husbokstav">Letter after the number, where there is one.</param>
/// <param name="Postnummer">Four digits.</param>
/// <param name="Poststed">Name of the postal area.</param>
public record Adresse(
    string Gatenavn,
    int? Husnummer = null,
    string? Husbokstav = null,
    string? Postnummer = null,
    string? Poststed = null);

/// <summary>A time in one status: from and with <c>Fra</c>, to and without <c>Til</c>.</summary>
/// <param name="Status">One of <see cref="Boligstatus"/>, or a later one.</param>
/// <param name="Fra">First day.</param>
/// <param name="Til">The day after the last; null while it lasts.</param>
public record Statusperiode(string Status, DateOnly Fra, DateOnly? Til);
