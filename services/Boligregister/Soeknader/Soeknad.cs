using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Json;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>
/// An application for a municipal dwelling. Whether somebody has a right to one (vedtak) and which one they get (tildeling)
/// are two decisions. An open application lapses by itself when the day <see cref="GyldigTil"/> has passed.
/// </summary>
public sealed class Soeknad
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The unit whose case it is: to the others it does not exist.</summary>
    public required string Enhet { get; init; }

    /// <summary>The applicants' pseudonyms.</summary>
    public required Guid[] Soekere { get; init; }

    public required Soeknadstype Type { get; init; }

    public required Kanal Kanal { get; init; }

    /// <summary>As stored; <see cref="StatusPaa"/> knows what has lapsed since.</summary>
    public Soeknadsstatus Status { get; private set; }

    /// <summary>The case in the service that sent it over.</summary>
    public Guid? OversendtSak { get; init; }

    public required DateOnly Mottatt { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required DateOnly GyldigTil { get; set; }

    public DateOnly? ForeloepigSvar { get; private set; }

    public DateOnly? Paaminnet { get; private set; }

    public DateOnly? Avsluttet { get; private set; }

    public required Husstand Husstand
    {
        get => new(Voksne, BarnsAlder);
        set => (Voksne, BarnsAlder) = (value.Voksne, [.. value.BarnsAlder.Order()]);
    }

    public required Behov Behov
    {
        get => new(Soverom, Tilgjengelighet, Omraader, Skolekrets, SkjermetBehov, NaerKollektiv);
        set => (Soverom, Tilgjengelighet, Omraader, Skolekrets, SkjermetBehov, NaerKollektiv) =
            (value.Soverom, value.Tilgjengelighet, [.. value.Omraader.Distinct()], value.Skolekrets, value.Skjermet, value.NaerKollektiv);
    }

    /// <summary>What the applicant said; what holds is <see cref="Situasjon"/>.</summary>
    public required string[] SituasjonOppgitt
    {
        get;
        init => Situasjon = field = Ordnet(value);
    }

    public string[] Situasjon { get; private set; } = [];

    /// <summary>Groups that the vedtak counts them to, from the profile.</summary>
    public string[] Grupper { get; private set; } = [];

    public decimal? InntektPerMaaned { get; set; }

    /// <summary>Units that are worked with, from the profile.</summary>
    public string[] Samarbeider { get; init; } = [];

    public bool Samtykke { get; init; }

    /// <summary>Categories that the vedtak allows.</summary>
    public string[] Kategorier { get; private set; } = [];

    public bool DokumentasjonMangler { get; private set; }

    public List<Dokument> Dokumentasjon { get; } = [];

    public List<Vedtak> Vedtak { get; } = [];

    /// <summary>The row's version (xmin), given out as ETag.</summary>
    public uint Versjon { get; private init; }

    internal int Voksne { get; private set; }

    internal int[] BarnsAlder { get; private set; } = [];

    internal int? Soverom { get; private set; }

    internal string Tilgjengelighet { get; private set; } = "";

    internal string[] Omraader { get; private set; } = [];

    internal string? Skolekrets { get; private set; }

    internal bool SkjermetBehov { get; private set; }

    internal bool NaerKollektiv { get; private set; }

    /// <summary>How the log names it.</summary>
    public string Sak => $"soeknad/{Id}";

    public Vedtak? SisteVedtak => Vedtak.MaxBy(v => v.Nr);

    /// <summary>What is logged when it is read or written: one entry for each applicant.</summary>
    internal IEnumerable<Bruk> Bruk(Handling handling = Handling.Lest) => Soekere.Select(s => new Bruk(handling, new PersonRef(s), "soeknad", "saksbehandling", Sak));

    /// <summary>Where it stands on a day: what is open and past its last day has lapsed, whether or not somebody wrote it down.</summary>
    public Soeknadsstatus StatusPaa(DateOnly dag) =>
        Status is Soeknadsstatus.Mottatt or Soeknadsstatus.Innvilget && GyldigTil < dag ? Soeknadsstatus.Utloept : Status;

    /// <summary>The applicant was told that it takes more than a month.</summary>
    public Avvisning? SvarForeloepig(DateOnly dato)
    {
        if (MaaVaere(dato, Soeknadsstatus.Mottatt) is { } nei)
            return nei;
        if (ForeloepigSvar is not null)
            return new("foreloepig-svar-sendt", "Foreløpig svar er sendt før.");
        ForeloepigSvar = dato;
        return null;
    }

    /// <summary>The applicant was reminded that it lapses.</summary>
    public Avvisning? Paaminn(DateOnly dato)
    {
        if (MaaVaere(dato, Soeknadsstatus.Mottatt, Soeknadsstatus.Innvilget) is { } nei)
            return nei;
        Paaminnet = dato;
        return null;
    }

    /// <summary>The applicant confirms that it still holds.</summary>
    public Avvisning? Forny(DateOnly dato, DateOnly gyldigTil)
    {
        if (MaaVaere(dato, Soeknadsstatus.Mottatt, Soeknadsstatus.Innvilget) is { } nei)
            return nei;
        (GyldigTil, Paaminnet) = (gyldigTil > GyldigTil ? gyldigTil : GyldigTil, null);
        return null;
    }

    /// <summary>Something was asked for, came or was approved.</summary>
    public Avvisning? Dokumenter(string slag, Dokumentstatus status, DateOnly dato)
    {
        if (MaaVaere(dato, Soeknadsstatus.Mottatt, Soeknadsstatus.Innvilget) is { } nei)
            return nei;
        if (Dokumentasjon.Find(d => d.Slag == slag) is not { } dokument)
            Dokumentasjon.Add(dokument = new() { SoeknadId = Id, Slag = slag });
        if (dokument.Sett(status, dato) is { } feil)
            return feil;
        DokumentasjonMangler = Dokumentasjon.Exists(d => d.Status == Dokumentstatus.Etterspurt);
        return null;
    }

    /// <summary>The applicant withdraws it.</summary>
    public Avvisning? Trekk(DateOnly dato) => MaaVaere(dato, Soeknadsstatus.Mottatt, Soeknadsstatus.Innvilget) ?? Avslutt(Soeknadsstatus.Trukket, dato);

    /// <summary>The applicants have got a dwelling by it.</summary>
    public Avvisning? Bosett(DateOnly dato) => Status is Soeknadsstatus.Innvilget ? Avslutt(Soeknadsstatus.Bosatt, dato) : FeilStatus(Status);

    /// <summary>The first vedtak on it.</summary>
    public Avvisning? Avgjoer(Vedtak vedtak, string[] grupper) => MaaVaere(vedtak.Dato, Soeknadsstatus.Mottatt) ?? Treff(vedtak, grupper);

    /// <summary>The klage leads to another vedtak, which is in the applicant's favour: it holds for at least as long as a new one.</summary>
    public Avvisning? Omgjoer(Vedtak vedtak, string[] grupper, DateOnly gyldigTil)
    {
        if ((Status is Soeknadsstatus.Trukket or Soeknadsstatus.Bosatt ? FeilStatus(Status) : SisteVedtak?.AvgjoerKlage(Klageutfall.Omgjort, vedtak.Dato)) is { } nei)
            return nei;
        GyldigTil = gyldigTil > GyldigTil ? gyldigTil : GyldigTil;
        return Treff(vedtak, grupper);
    }

    /// <summary>The vedtak is void: it is to be decided anew.</summary>
    public Avvisning? Opphev(DateOnly dato, DateOnly gyldigTil)
    {
        if ((Status is Soeknadsstatus.Trukket or Soeknadsstatus.Bosatt ? FeilStatus(Status) : SisteVedtak?.AvgjoerKlage(Klageutfall.Opphevet, dato)) is { } nei)
            return nei;
        (Status, Avsluttet, Kategorier, Situasjon, Grupper) = (Soeknadsstatus.Mottatt, null, [], SituasjonOppgitt, []);
        GyldigTil = gyldigTil > GyldigTil ? gyldigTil : GyldigTil;
        return null;
    }

    private Avvisning? Treff(Vedtak vedtak, string[] grupper)
    {
        Vedtak.Add(vedtak);
        var innvilget = vedtak.Utfall == Vedtaksutfall.Innvilget;
        (Status, Kategorier, Situasjon, Grupper) = (innvilget ? Soeknadsstatus.Innvilget : Soeknadsstatus.Avslag, vedtak.Kategorier, vedtak.Situasjon, Ordnet(grupper));
        Avsluttet = innvilget ? null : vedtak.Dato;
        return null;
    }

    private Avvisning? Avslutt(Soeknadsstatus status, DateOnly dato)
    {
        (Status, Avsluttet) = (status, dato);
        return null;
    }

    private Avvisning? MaaVaere(DateOnly dato, params ReadOnlySpan<Soeknadsstatus> statuser) =>
        statuser.Contains(StatusPaa(dato)) ? null : FeilStatus(StatusPaa(dato));

    private static Avvisning FeilStatus(Soeknadsstatus status) =>
        new("soeknad-feil-status", $"Søknaden er {EnumNames<Soeknadsstatus>.Of(status).Replace("oe", "ø", StringComparison.Ordinal)}; da kan ikke dette gjøres.");

    /// <summary>In a fixed order, so that equal facts are equal.</summary>
    internal static string[] Ordnet(IEnumerable<string> verdier) => [.. verdier.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
