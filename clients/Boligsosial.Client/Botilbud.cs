namespace Boligsosial.Client;

/// <summary>Who has no place to sleep.</summary>
/// <param name="Voksne">From 18.</param>
/// <param name="BarnsAlder">The age of each child in whole years; null for none.</param>
public record NyHenvendelse(int Voksne, int[]? BarnsAlder = null)
{
    /// <summary>Who they are (personRef), when it is known.</summary>
    public Guid[]? Personer { get; init; }

    /// <summary>«ordinaer», «trinnfri» or «rullestol»; «ordinaer» when null.</summary>
    public string? Tilgjengelighet { get; init; }

    /// <summary>The first night; today when null.</summary>
    public DateOnly? BehovFra { get; init; }

    /// <summary>In own words.</summary>
    public string? Notat { get; init; }
}

/// <summary>A henvendelse.</summary>
/// <param name="Id">Its id.</param>
/// <param name="HusstandId">The household: the same for all that share a person.</param>
/// <param name="Status">«mottatt», «innvilget», «avslag» or «trukket».</param>
/// <param name="Frist">The last day on which a vedtak is in time.</param>
public record Henvendelse(Guid Id, Guid HusstandId, string Status, DateOnly Frist);

/// <summary>What there is for a household.</summary>
/// <param name="Ankomst">First night.</param>
/// <param name="Avreise">Day of departure: not a night.</param>
/// <param name="AntallTreff">How many suit and are free.</param>
/// <param name="Treff">The best of them first.</param>
/// <param name="Bom">Those that nearly did first.</param>
public record Plasstilbud(DateOnly Ankomst, DateOnly Avreise, int AntallTreff, IReadOnlyList<Plasstreff> Treff, IReadOnlyList<Plassbom> Bom);

/// <summary>A place that suits and is free.</summary>
/// <param name="PlassId">Which.</param>
/// <param name="Tilbyder">Who has it.</param>
/// <param name="Navn">Its name there.</param>
/// <param name="Slag">«hybel», «leilighet», «hospits», «hotell» or «campingplass».</param>
/// <param name="Pris">Kroner a night.</param>
public record Plasstreff(Guid PlassId, string Tilbyder, string Navn, string Slag, decimal Pris);

/// <summary>A place that does not.</summary>
/// <param name="PlassId">Which.</param>
/// <param name="Hvorfor">Everything that speaks against it: «for-faa-senger», «opptatt».</param>
/// <param name="LedigFra">The day it is free again, when it is only taken.</param>
public record Plassbom(Guid PlassId, IReadOnlyList<string> Hvorfor, DateOnly? LedigFra);

/// <summary>Some nights in a place for a household.</summary>
/// <param name="HenvendelseId">The household's henvendelse.</param>
/// <param name="PlassId">The place.</param>
/// <param name="Ankomst">First night.</param>
/// <param name="Avreise">Day of departure: not a night.</param>
public record Plassbestilling(Guid HenvendelseId, Guid PlassId, DateOnly Ankomst, DateOnly Avreise);

/// <summary>A stay.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fra">Day of arrival.</param>
/// <param name="Til">Agreed departure.</param>
/// <param name="Status">«loeper», «avsluttet» or «uteblitt».</param>
public record Opphold(Guid Id, DateOnly Fra, DateOnly Til, string Status);
