namespace Boligsosial.Demobestand;

/// <summary>One dwelling of the demo stock.</summary>
public sealed record Demobolig
{
    /// <summary>«AAL-0001», in the order of the file.</summary>
    public required string LeverandorBoligId { get; init; }

    public required string Omraade { get; init; }

    public required Bygg Bygg { get; init; }

    /// <summary>«H0203»: floor and number on the floor.</summary>
    public required string Bruksenhetsnummer { get; init; }

    public required int Etasje { get; init; }

    public required int Soverom { get; init; }

    public required int Bruksareal { get; init; }

    /// <summary>Kroner per month.</summary>
    public required int Maanedsleie { get; init; }

    public required IReadOnlySet<string> Egenskaper { get; init; }

    public string Status { get; init; } = "utleid";

    public DateOnly StatusFra { get; init; }
}

/// <summary>A building with one or more of the municipality's dwellings, all of one kategori.</summary>
/// <param name="Sted">Where it stands.</param>
/// <param name="Kategori">What its dwellings are let as.</param>
/// <param name="Gatenavn">Made up, and says so.</param>
/// <param name="Husnummer">Number in the street.</param>
/// <param name="Bruksnummer">Number under the place's made-up gårdsnummer.</param>
/// <param name="Boligtype">In Kobo's words.</param>
/// <param name="Disposisjonsform">eid, innleid or tilvisning.</param>
/// <param name="Etasjer">Floors.</param>
/// <param name="Egenskaper">What holds for every dwelling of the building.</param>
public sealed record Bygg(
    Sted Sted, string Kategori, string Gatenavn, int Husnummer, int Bruksnummer, string Boligtype, string Disposisjonsform,
    int Etasjer, IReadOnlySet<string> Egenskaper);
