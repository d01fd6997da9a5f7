using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt.Regler;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>What a vedtak says.</summary>
public enum Vedtaksutfall
{
    Innvilget,
    Avslag,
}

/// <summary>What became of a klage.</summary>
public enum Klageutfall
{
    /// <summary>Changed, by NAV itself or by statsforvalteren.</summary>
    Omgjort,
    Stadfestet,

    /// <summary>Void, to be decided anew.</summary>
    Opphevet,
}

/// <summary>An enkeltvedtak (sosialtjenesteloven §§ 27 and 41), and the klage over it when there is one.</summary>
public sealed class Botilbudsvedtak
{
    public Guid HenvendelseId { get; init; }

    /// <summary>1 for the first.</summary>
    public int Nr { get; init; }

    public required Vedtaksutfall Utfall { get; init; }

    public required DateTimeOffset Tidspunkt { get; init; }

    /// <summary>The day of it in Norway.</summary>
    public required DateOnly Dato { get; init; }

    public Avslagsgrunn? Avslagsgrunn { get; init; }

    public required string Begrunnelse { get; init; }

    /// <summary>How regard was had to what is best for the children; there when there are any.</summary>
    public string? BarnetsBeste { get; init; }

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
            return new("klage-ikke-oversendt", "Klagen er ikke sendt til statsforvalteren. NAV kan bare omgjøre selv (forvaltningsloven § 33).", new("forvaltningsloven", "§ 33", new(1970, 1, 1)));
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
