using Boligsosial.Boligregister.Soeknader.Regler;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>A decision on an application, and the klage over it when there is one.</summary>
public sealed class Vedtak
{
    public Guid SoeknadId { get; init; }

    /// <summary>1 for the first.</summary>
    public int Nr { get; init; }

    public required Vedtaksutfall Utfall { get; init; }

    public required DateOnly Dato { get; init; }

    public Avslagsgrunn? Avslagsgrunn { get; init; }

    public required string Begrunnelse { get; init; }

    public required string Hjemmel { get; init; }

    public string[] Kategorier { get; init; } = [];

    /// <summary>The situations that it finds to hold.</summary>
    public string[] Situasjon { get; init; } = [];

    /// <summary>The day the notice came, or is reckoned to come.</summary>
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

    /// <summary>A klage came; whether in time is for <see cref="Felles.Klagefrist"/> to say.</summary>
    internal Avvisning? Klag(DateOnly mottatt, string grunn)
    {
        if (KlageMottatt is not null)
            return new("klage-finnes", "Det er klaget på vedtaket før.");
        (KlageMottatt, KlageGrunn, KlageForSent) = (mottatt, grunn, mottatt > Klagefrist);
        return null;
    }

    /// <summary>The municipality stands by its vedtak and sends the klage on.</summary>
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
