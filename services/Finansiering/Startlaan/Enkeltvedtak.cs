using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>What a vedtak, or an innstilling, says.</summary>
public enum Vedtaksutfall
{
    Innvilget,
    Avslag,
}

/// <summary>What became of a klage.</summary>
public enum Klageutfall
{
    /// <summary>Changed in the applicant's favour, by the municipality itself or by the klageinstans.</summary>
    Omgjort,
    Stadfestet,

    /// <summary>Void, to be decided anew.</summary>
    Opphevet,
}

/// <summary>A decision on an application for startlån or tilskudd, and the klage over it when there is one (forvaltningsloven §§ 23 to 34, LOV-1967-02-10).</summary>
public abstract class Enkeltvedtak
{
    public Guid SoeknadId { get; init; }

    /// <summary>1 for the first.</summary>
    public int Nr { get; init; }

    public required Vedtaksutfall Utfall { get; init; }

    public required DateOnly Dato { get; init; }

    /// <summary>Kroner, of a grant.</summary>
    public decimal? Beloep { get; init; }

    public required string Begrunnelse { get; init; }

    /// <summary>How regard was had to what is best for the children; there when there are any.</summary>
    public string? BarnetsBeste { get; init; }

    /// <summary>What each condition came to in the innstilling that it follows.</summary>
    public required IReadOnlyList<Vilkaarssvar> Vilkaar { get; init; }

    public required string Hjemmel { get; init; }

    public required DateOnly Underrettet { get; init; }

    /// <summary>The last day for a klage.</summary>
    public required DateOnly Klagefrist { get; init; }

    public required string Klageinstans { get; init; }

    public required string BesluttetAv { get; init; }

    public DateOnly? KlageMottatt { get; private set; }

    public string? KlageGrunn { get; private set; }

    public bool KlageForSent { get; private set; }

    public DateOnly? KlageOversendt { get; private set; }

    public Klageutfall? KlageUtfall { get; private set; }

    public DateOnly? KlageAvgjort { get; private set; }

    internal Avvisning? Klag(DateOnly mottatt, string grunn)
    {
        if (KlageMottatt is not null)
            return new("klage-finnes", "Det er klaget på vedtaket før.");
        (KlageMottatt, KlageGrunn, KlageForSent) = (mottatt, grunn, mottatt > Klagefrist);
        return null;
    }

    internal Avvisning? Oversend(DateOnly dato)
    {
        if (Aapen() is { } nei)
            return nei;
        if (KlageOversendt is not null)
            return new("klage-oversendt", "Klagen er oversendt før.");
        KlageOversendt = dato;
        return null;
    }

    internal Avvisning? AvgjoerKlage(Klageutfall utfall, DateOnly dato)
    {
        if (Aapen() is { } nei)
            return nei;
        if (KlageOversendt is null && utfall != Klageutfall.Omgjort)
            return new("klage-ikke-oversendt", "Klagen er ikke sendt til klageinstansen. Kommunen kan bare omgjøre selv (forvaltningsloven § 33).", new("forvaltningsloven", "§ 33", new(1970, 1, 1)));
        (KlageUtfall, KlageAvgjort) = (utfall, dato);
        return null;
    }

    private Avvisning? Aapen() => (KlageMottatt, KlageAvgjort) switch
    {
        (null, _) => new("ingen-klage", "Det er ikke klaget på vedtaket."),
        (_, not null) => new("klage-avgjort", "Klagen er avgjort."),
        _ => null,
    };
}
