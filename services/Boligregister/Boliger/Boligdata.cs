using System.ComponentModel;

namespace Boligsosial.Boligregister.Boliger;

/// <summary>What the municipality registers of a dwelling: the body of POST and PUT, and a line of the import.</summary>
public record Boligdata
{
    /// <summary>The owner's own id, for instance in the property management system. Unique when given.</summary>
    public string? LeverandorBoligId { get; set; }

    /// <summary>Matrikkelnummer, <c>kommunenr-gnr/bnr[/fnr[/snr]]</c>: «1508-131/42/0/7».</summary>
    public string? Matrikkel { get; set; }

    /// <summary>Matrikkelforskriften § 53: letter H, L, U or K, floor and number: «H0203».</summary>
    public string? Bruksenhetsnummer { get; set; }

    /// <summary>Tells dwellings with the same matrikkel and bruksenhetsnummer apart, for instance rooms let one by one.</summary>
    public string? EkstraReferanse { get; set; }

    public Adresse Adresse { get; set; } = new();

    /// <summary>The municipality's own housing area: «Skodje».</summary>
    public string Omraade { get; set; } = "";

    public string? Kommunedel { get; set; }

    /// <summary>One of the kommuneprofil's categories: «gjennomgangsbolig», «tilrettelagt», «bemannet».</summary>
    public string Kategori { get; set; } = "";

    /// <summary>Building type, in Kobo's words: «Leilighet», «Rekkehus».</summary>
    public string? Boligtype { get; set; }

    public string? UnderkategoriBoligtype { get; set; }

    [DefaultValue(Disposisjonsform.Eid)]
    public Disposisjonsform Disposisjonsform { get; set; }

    public Eier Eier { get; set; } = new();

    /// <summary>Area in m² (bruksareal, BRA).</summary>
    public decimal? Bruksareal { get; set; }

    /// <summary>Number of bedrooms; 0 for a bedsit.</summary>
    public int? Soverom { get; set; }

    /// <summary>Floor; negative below ground.</summary>
    public int? Etasje { get; set; }

    /// <summary>Marks from the kommuneprofil: «rullestol», «trinnfri», «heis» …</summary>
    public string[] Egenskaper { get; set; } = [];

    /// <summary>Rent, kroner per month.</summary>
    public decimal? Maanedsleie { get; set; }

    /// <summary>Depositum, kroner.</summary>
    public decimal? Depositum { get; set; }

    public Boligstatus? Status { get; set; }

    /// <summary>The day that the status began; today when left out and the status is new.</summary>
    public DateOnly? StatusFra { get; set; }

    public string? MaalernummerStroem { get; set; }

    public string? MaalernummerVann { get; set; }

    public string? SkolekretsBarneskole { get; set; }

    public string? SkolekretsUngdomsskole { get; set; }

    /// <summary>Whether costs of the dwelling qualify for compensation of merverdiavgift.</summary>
    public bool? KvalifisererMvaKompensasjon { get; set; }

    /// <summary>About the dwelling, never about people.</summary>
    public string? OevrigInformasjon { get; set; }
}

/// <summary>Street address.</summary>
public record Adresse
{
    public string Gatenavn { get; set; } = "";

    public int? Husnummer { get; set; }

    public string? Husbokstav { get; set; }

    /// <summary>Four digits.</summary>
    public string? Postnummer { get; set; }

    public string? Poststed { get; set; }
}

/// <summary>Who owns the dwelling, when it is not the municipality itself.</summary>
public record Eier
{
    public string? Navn { get; set; }

    /// <summary>Nine digits, Brønnøysundregistrene.</summary>
    public string? Organisasjonsnummer { get; set; }

    public string? Mobilnummer { get; set; }
}

/// <summary>By what right the municipality disposes of the dwelling.</summary>
public enum Disposisjonsform
{
    Eid,
    Innleid,
    Tilvisning,
}

/// <summary>What a dwelling is good for today. «Ledig» is split as Husbanken's behovsmelding does.</summary>
public enum Boligstatus
{
    LedigKlar,
    LedigEnkelIstandsetting,
    UnderVedlikehold,
    Utleid,
    Reservert,
    Avhendet,
}
