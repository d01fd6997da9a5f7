using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.Finansiering.Tilskudd.Regler;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Json;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>Where it stands.</summary>
public enum Tilskuddsstatus
{
    Mottatt,

    /// <summary>A caseworker has said what should be decided.</summary>
    Innstilt,

    /// <summary>Money is bound, and paid out bill by bill.</summary>
    Innvilget,
    Avslag,
    Trukket,

    /// <summary>Granted, and given back unused.</summary>
    Annullert,

    /// <summary>All that is going to be, is paid.</summary>
    Utbetalt,
}

/// <summary>
/// An application for tilskudd til etablering or til tilpasning (bustøttelova §§ 14 and 15): innstilling by one, vedtak by another with fullmakt, payments, and what is not used goes
/// back to the frame.
/// </summary>
public sealed class Tilskuddssoeknad : IInnstilt
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The unit whose case it is: to the others it does not exist.</summary>
    public required string Enhet { get; init; }

    /// <summary>The applicants' pseudonyms.</summary>
    public required Guid[] Soekere { get; init; }

    public required Tilskuddstype Type { get; init; }

    public required Tilskuddsformaal Formaal { get; init; }

    public Tilskuddsstatus Status { get; private set; }

    public required DateOnly Mottatt { get; init; }

    public DateOnly? Avsluttet { get; private set; }

    public required int Voksne { get; init; }

    public required int[] BarnsAlder { get; init; }

    public required decimal SoektBeloep { get; init; }

    public IReadOnlyList<Kostnadspost> Kostnader { get; private set; } = [];

    public decimal Egenkapital { get; private set; }

    public decimal AndreMidler { get; private set; }

    /// <summary>The application for startlån that is for the same.</summary>
    public Guid? StartlaanId { get; private set; }

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

    /// <summary>Kroner that are granted; what is given back is no longer among them.</summary>
    public decimal? Innvilget { get; private set; }

    public DateOnly? BrukesInnen { get; private set; }

    /// <summary>The year of the frame that it is bound in.</summary>
    public int? RammeAar { get; private set; }

    public decimal Utbetalt { get; private set; }

    /// <summary>Why the rest was given back.</summary>
    public string? TilbakefoertGrunn { get; private set; }

    public List<Tilskuddsvedtak> Vedtak { get; } = [];

    public List<Navsteg> Nav { get; } = [];

    public List<Tilskuddsutbetaling> Utbetalinger { get; } = [];

    /// <summary>The row's version (xmin), given out as ETag.</summary>
    public uint Versjon { get; private init; }

    bool IInnstilt.ErInnstilt => Status == Tilskuddsstatus.Innstilt;

    public Tilskuddsvedtak? SisteVedtak => Vedtak.MaxBy(v => v.Nr);

    public decimal Kostnad => Kostnader.Sum(k => k.Beloep!.Value);

    /// <summary>Kroner that NAV covers, by its last word.</summary>
    public decimal NavDekker => Nav.Where(n => n.Dekker is not null).MaxBy(n => n.Nr)?.Dekker ?? 0;

    /// <summary>Where the case stands at NAV; null when nobody has asked.</summary>
    public Navhendelse? NavStatus => Nav.MaxBy(n => n.Nr)?.Hendelse;

    /// <summary>Bound in the frame and not paid.</summary>
    public decimal Bundet => Status == Tilskuddsstatus.Innvilget ? Innvilget!.Value - Utbetalt : 0;

    internal IEnumerable<Bruk> Bruk(Handling handling = Handling.Lest) => Soekere.Select(s => new Bruk(handling, new PersonRef(s), "tilskudd", "saksbehandling", $"tilskudd/{Id}"));

    /// <summary>What pays for it, with so much tilskudd beside the loan.</summary>
    public Kostnadsdekning Finansiert(decimal tilskudd, decimal startlaan) => new(Kostnad, Egenkapital, AndreMidler, NavDekker, startlaan, tilskudd);

    public Avvisning? Planlegg(Finansieringsplan plan)
    {
        if (MaaVaere(Tilskuddsstatus.Mottatt, Tilskuddsstatus.Innstilt, Tilskuddsstatus.Innvilget) is { } nei)
            return nei;
        (Kostnader, Egenkapital, AndreMidler, StartlaanId) = (plan.Kostnader!, plan.Egenkapital ?? 0, plan.AndreMidler ?? 0, plan.StartlaanId);
        return null;
    }

    public Avvisning? NoterNav(Navsteg steg)
    {
        if (MaaVaere(Tilskuddsstatus.Mottatt, Tilskuddsstatus.Innstilt, Tilskuddsstatus.Innvilget) is { } nei)
            return nei;
        Nav.Add(steg);
        return null;
    }

    public Avvisning? Innstill(Vedtaksutfall utfall, string grunn, IReadOnlyList<Vilkaarssvar> vilkaar, string avId, string av, DateOnly dato)
    {
        if (MaaVaere(Tilskuddsstatus.Mottatt, Tilskuddsstatus.Innstilt) is { } nei)
            return nei;
        (Status, Innstilling, InnstillingGrunn, Vilkaar, InnstiltAvId, InnstiltAv, Innstilt) = (Tilskuddsstatus.Innstilt, utfall, grunn, vilkaar, avId, av, dato);
        return null;
    }

    public Avvisning? Avgjoer(Tilskuddsvedtak vedtak, DateOnly? brukesInnen)
    {
        if (MaaVaere(Tilskuddsstatus.Innstilt) is { } nei)
            return nei;
        Vedtak.Add(vedtak);
        if (vedtak.Utfall == Vedtaksutfall.Innvilget)
            (Status, Innvilget, BrukesInnen, RammeAar) = (Tilskuddsstatus.Innvilget, vedtak.Beloep, brukesInnen, vedtak.Dato.Year);
        else
            (Status, Avsluttet) = (Tilskuddsstatus.Avslag, vedtak.Dato);
        return null;
    }

    public Avvisning? Utbetal(Tilskuddsutbetaling utbetaling)
    {
        if (MaaVaere(Tilskuddsstatus.Innvilget) is { } nei)
            return nei;
        Utbetalinger.Add(utbetaling);
        Utbetalt += utbetaling.Beloep;
        if (Utbetalt == Innvilget)
            Avslutt(Tilskuddsstatus.Utbetalt, utbetaling.Dato);
        return null;
    }

    /// <summary>What is not paid is not going to be.</summary>
    public Avvisning? Tilbakefoer(string grunn, DateOnly dato)
    {
        if (MaaVaere(Tilskuddsstatus.Innvilget) is { } nei)
            return nei;
        (Innvilget, TilbakefoertGrunn) = (Utbetalt, grunn);
        Avslutt(Utbetalt > 0 ? Tilskuddsstatus.Utbetalt : Tilskuddsstatus.Annullert, dato);
        return null;
    }

    public Avvisning? Trekk(DateOnly dato)
    {
        if (MaaVaere(Tilskuddsstatus.Mottatt, Tilskuddsstatus.Innstilt, Tilskuddsstatus.Innvilget) is { } nei)
            return nei;
        if (Utbetalt > 0)
            return DelvisUtbetalt;
        Avslutt(Tilskuddsstatus.Trukket, dato);
        return null;
    }

    /// <summary>The klage was heard: it is to be decided anew, with a new innstilling.</summary>
    public Avvisning? Gjenaapne(Klageutfall utfall, DateOnly dato)
    {
        if (Utbetalt > 0)
            return DelvisUtbetalt;
        if ((MaaVaere(Tilskuddsstatus.Avslag, Tilskuddsstatus.Innvilget) ?? SisteVedtak!.AvgjoerKlage(utfall, dato)) is { } nei)
            return nei;
        (Status, Avsluttet, Innstilling, InnstillingGrunn, Innstilt, InnstiltAv, InnstiltAvId, Innvilget, BrukesInnen, RammeAar) = (Tilskuddsstatus.Mottatt, null, null, null, null, null, null, null, null, null);
        return null;
    }

    private static Avvisning DelvisUtbetalt => new("delvis-utbetalt", "Det er utbetalt av tilskuddet. Før det som er igjen tilbake, og registrer det som skal avgjøres på nytt som en ny søknad.");

    private void Avslutt(Tilskuddsstatus status, DateOnly dato) => (Status, Avsluttet) = (status, dato);

    private Avvisning? MaaVaere(params ReadOnlySpan<Tilskuddsstatus> statuser) => statuser.Contains(Status)
        ? null : new("soeknad-feil-status", $"Søknaden er {EnumNames<Tilskuddsstatus>.Of(Status)}; da kan ikke dette gjøres.");
}
