using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Json;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>Which money it is of: the trial for førstegangsetablerere has a frame of its own.</summary>
public enum Ordning
{
    Ordinaer,
    Foerstegangsetablering,
}

/// <summary>Where the applicants live when they apply, as Stjørdal's plan counts them.</summary>
public enum Boforhold
{
    KommunalUtleiebolig,
    PrivatLeid,
    ForeldresBolig,
    Eid,
    Annet,
}

/// <summary>Where it stands.</summary>
public enum Laanestatus
{
    Mottatt,

    /// <summary>A caseworker has said what should be decided.</summary>
    Innstilt,

    /// <summary>With a finansieringsbevis that holds until its last day.</summary>
    Innvilget,
    Avslag,
    Trukket,
    Utloept,
    Utbetalt,
}

/// <summary>
/// An application for startlån: innstilling by one, vedtak by another with fullmakt, finansieringsbevis, payment. A bevis lapses by itself when its last day has
/// passed; the money it bound is free again when that is written down.
/// </summary>
public sealed class Startlaansoeknad : IInnstilt
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The unit whose case it is: to the others it does not exist.</summary>
    public required string Enhet { get; init; }

    /// <summary>The applicants' pseudonyms, medsøker among them.</summary>
    public required Guid[] Soekere { get; init; }

    public required Ordning Ordning { get; init; }

    public required Formaal Formaal { get; init; }

    public Laanestatus Status { get; private set; }

    public required DateOnly Mottatt { get; init; }

    public DateOnly? Avsluttet { get; private set; }

    public required int Voksne { get; init; }

    public required int[] BarnsAlder { get; init; }

    /// <summary>They rent of the municipality: a purchase frees the dwelling.</summary>
    public required bool LeierKommunalt { get; init; }

    /// <summary>Null: not told, as the next two.</summary>
    public Boforhold? Boforhold { get; init; }

    public bool? Flyktning { get; init; }

    /// <summary>Who it is, as the municipality counts: one of the profile's.</summary>
    public string? Mottakergruppe { get; init; }

    public required decimal NettoInntekt { get; set; }

    public required decimal Livsopphold { get; set; }

    public required decimal Gjeld { get; set; }

    public required decimal AndreFaste { get; set; }

    public required decimal SoektBeloep { get; init; }

    /// <summary>Kinds that the applicant was asked for.</summary>
    public required string[] Etterspurt { get; init; }

    /// <summary>Of these, those that came.</summary>
    public required string[] Dokumentert { get; set; }

    public DateOnly? Innstilt { get; private set; }

    public string? InnstiltAv { get; private set; }

    public string? InnstiltAvId { get; private set; }

    public Vedtaksutfall? Innstilling { get; private set; }

    public string? InnstillingGrunn { get; private set; }

    /// <summary>What each condition came to at the innstilling.</summary>
    public IReadOnlyList<Vilkaarssvar> Vilkaar { get; private set; } = [];

    public decimal? BevisBeloep { get; private set; }

    /// <summary>The last day on which it can be used.</summary>
    public DateOnly? BevisTil { get; private set; }

    public int BevisForlenget { get; private set; }

    /// <summary>The year of the frame that it is bound in.</summary>
    public int? RammeAar { get; private set; }

    public List<Laanevedtak> Vedtak { get; } = [];

    /// <summary>The row's version (xmin), given out as ETag.</summary>
    public uint Versjon { get; private init; }

    bool IInnstilt.ErInnstilt => Status == Laanestatus.Innstilt;

    public Laanevedtak? SisteVedtak => Vedtak.MaxBy(v => v.Nr);

    /// <summary>The klage was heard after the loan was paid: the loan stands, and anything more is a new application.</summary>
    internal bool MedholdEtterUtbetaling => Status == Laanestatus.Utbetalt && SisteVedtak?.KlageUtfall is (Klageutfall.Omgjort or Klageutfall.Opphevet);

    /// <summary>Where it stands on a day: a bevis past its last day has lapsed, whether or not somebody wrote it down.</summary>
    public Laanestatus StatusPaa(DateOnly dag) => Status == Laanestatus.Innvilget && BevisTil < dag ? Laanestatus.Utloept : Status;

    internal IEnumerable<Bruk> Bruk(Handling handling = Handling.Lest) => Soekere.Select(s => new Bruk(handling, new PersonRef(s), "startlaan", "saksbehandling", $"startlaan/{Id}"));

    /// <summary>The household's money as it turned out to be; livsopphold is never less than the guiding sum.</summary>
    internal void FoerOekonomi(Husholdning h) =>
        (NettoInntekt, Livsopphold, Gjeld, AndreFaste) = (h.NettoInntekt!.Value, Math.Max(h.Livsopphold!.Value, h.VeiledendeSats ?? 0), h.Gjeld ?? 0, (h.AndreFaste ?? 0) + (h.Vedlikehold ?? 0));

    public Avvisning? Innstill(Vedtaksutfall utfall, string grunn, IReadOnlyList<Vilkaarssvar> vilkaar, string avId, string av, DateOnly dato)
    {
        if (MaaVaere(dato, Laanestatus.Mottatt, Laanestatus.Innstilt) is { } nei)
            return nei;
        (Status, Innstilling, InnstillingGrunn, Vilkaar, InnstiltAvId, InnstiltAv, Innstilt) = (Laanestatus.Innstilt, utfall, grunn, vilkaar, avId, av, dato);
        return null;
    }

    public Avvisning? Avgjoer(Laanevedtak vedtak, DateOnly? bevisTil)
    {
        if (MaaVaere(vedtak.Dato, Laanestatus.Innstilt) is { } nei)
            return nei;
        Vedtak.Add(vedtak);
        if (vedtak.Utfall == Vedtaksutfall.Innvilget)
            (Status, BevisBeloep, BevisTil, BevisForlenget, RammeAar, Avsluttet) = (Laanestatus.Innvilget, vedtak.Beloep, bevisTil, 0, vedtak.Dato.Year, null);
        else
            (Status, Avsluttet) = (Laanestatus.Avslag, vedtak.Dato);
        return null;
    }

    public Avvisning? Forleng(DateOnly dato, DateOnly til)
    {
        if (MaaVaere(dato, Laanestatus.Innvilget) is { } nei)
            return nei;
        (BevisTil, BevisForlenget) = (til > BevisTil ? til : BevisTil, BevisForlenget + 1);
        return null;
    }

    /// <summary>Used or extended while it held, and told of after its lapse was written down: it holds on that day, and its money is to be bound again.</summary>
    public bool Gjenoppta(DateOnly dato)
    {
        if (Status != Laanestatus.Utloept || BevisTil < dato)
            return false;
        (Status, Avsluttet) = (Laanestatus.Innvilget, null);
        return true;
    }

    public Avvisning? Utbetal(DateOnly dato) => MaaVaere(dato, Laanestatus.Innvilget) ?? Avslutt(Laanestatus.Utbetalt, dato);

    public Avvisning? Trekk(DateOnly dato) => MaaVaere(dato, Laanestatus.Mottatt, Laanestatus.Innstilt, Laanestatus.Innvilget) ?? Avslutt(Laanestatus.Trukket, dato);

    /// <summary>The klage was heard: it is to be decided anew, with a new innstilling. A loan that is paid stands; what the klage gives beside it is a new application.</summary>
    public Avvisning? Gjenaapne(Klageutfall utfall, DateOnly dato)
    {
        if (Status == Laanestatus.Utbetalt)
            return SisteVedtak!.AvgjoerKlage(utfall, dato);
        if (((Status is Laanestatus.Avslag or Laanestatus.Innvilget ? null : FeilStatus(Status)) ?? SisteVedtak!.AvgjoerKlage(utfall, dato)) is { } nei)
            return nei;
        (Status, Avsluttet, Innstilling, InnstillingGrunn, Innstilt, InnstiltAv, InnstiltAvId, BevisBeloep, BevisTil, RammeAar) = (Laanestatus.Mottatt, null, null, null, null, null, null, null, null, null);
        return null;
    }

    private Avvisning? Avslutt(Laanestatus status, DateOnly dato)
    {
        (Status, Avsluttet) = (status, dato);
        return null;
    }

    private Avvisning? MaaVaere(DateOnly dato, params ReadOnlySpan<Laanestatus> statuser) => statuser.Contains(StatusPaa(dato)) ? null : FeilStatus(StatusPaa(dato));

    private static Avvisning FeilStatus(Laanestatus status) =>
        new("soeknad-feil-status", $"Søknaden er {EnumNames<Laanestatus>.Of(status).Replace("oe", "ø", StringComparison.Ordinal)}; da kan ikke dette gjøres.");
}
