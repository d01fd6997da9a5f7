using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt.Regler;
using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Json;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>How it came.</summary>
public enum Kanal
{
    Oppmoete,
    Telefon,
    Vakttelefon,
    Digital,

    /// <summary>From another: a hospital, a prison, the police, another service.</summary>
    Melding,
}

/// <summary>Why there is no place to sleep. Changes nothing in the right to help.</summary>
public enum Bakgrunn
{
    UtenTak,
    MidlertidigHosAndre,
    Utkastet,
    Samlivsbrudd,
    Vold,
    Brann,
    Loeslatelse,
    Utskriving,
    Ettervern,
    Annet,
}

/// <summary>Where it stands.</summary>
public enum Henvendelsesstatus
{
    Mottatt,
    Innvilget,
    Avslag,
    Trukket,
}

/// <summary>Somebody has no place to sleep, or will soon have none: a household, what it needs, and what was decided (sosialtjenesteloven § 27).</summary>
public sealed class Henvendelse
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The unit whose case it is: to the others it does not exist.</summary>
    public required string Enhet { get; init; }

    /// <summary>The same for all that share a person.</summary>
    public required Guid HusstandId { get; set; }

    /// <summary>Pseudonyms; empty when nobody knows yet who they are.</summary>
    public required Guid[] Personer { get; set; }

    public required Kanal Kanal { get; init; }

    public required Bakgrunn Bakgrunn { get; init; }

    public required DateTimeOffset Mottatt { get; init; }

    /// <summary>The first night.</summary>
    public required DateOnly BehovFra { get; init; }

    public int Voksne { get; private set; }

    public int[] BarnsAlder { get; private set; } = [];

    public int? Alder { get; private set; }

    public Tilgjengelighet Tilgjengelighet { get; private set; }

    public bool KanBoRusfritt { get; private set; }

    public bool Husdyr { get; private set; }

    public string? Skolekrets { get; private set; }

    public bool BarnMeldt { get; private set; }

    /// <summary>Who need a bed, and what it must be.</summary>
    public required Behov Behov
    {
        get => new(Voksne, BarnsAlder, Alder, Tilgjengelighet, KanBoRusfritt, Husdyr, Skolekrets, BarnMeldt);
        init => Sett(value);
    }

    public required bool PapirerMangler { get; init; }

    /// <summary>Which municipality it may be the task of; changes nothing.</summary>
    public string? AnnenKommune { get; init; }

    public string? Notat { get; init; }

    public Henvendelsesstatus Status { get; private set; }

    /// <summary>The first vedtak.</summary>
    public DateTimeOffset? FoerstAvgjort { get; private set; }

    public List<Botilbudsvedtak> Vedtak { get; } = [];

    public List<Botilbudsavvik> Avvik { get; } = [];

    /// <summary>Children or youth, also what a correction took away.</summary>
    public List<Henvendelsesmerke> Merker { get; } = [];

    public List<Behovsretting> Rettinger { get; } = [];

    /// <summary>The row's version (xmin), given out as ETag.</summary>
    public uint Versjon { get; private init; }

    public Botilbudsvedtak? SisteVedtak => Vedtak.MaxBy(v => v.Nr);

    /// <summary>The last day on which a vedtak is in time.</summary>
    public DateOnly Frist => Sammedagsfrist.Frist(Mottatt.Dag(), BehovFra);

    internal IEnumerable<Bruk> Bruk(Handling handling = Handling.Lest) =>
        Personer.Select(p => new Bruk(handling, new PersonRef(p), "midlertidig-botilbud", "saksbehandling", $"henvendelse/{Id}"));

    /// <summary>From the first day.</summary>
    public Henvendelse Merk(int ungUnder)
    {
        Merker.AddRange(Merking.Av(Behov, ungUnder).Select(m => new Henvendelsesmerke { HenvendelseId = Id, Merke = m, Siden = Mottatt }));
        return this;
    }

    /// <summary>What was said of them is replaced, and stays to be read; a mark goes only with a reason.</summary>
    public Avvisning? Rett(Behov nytt, string? grunn, int ungUnder, DateTimeOffset naar, string av)
    {
        var gjelder = Merking.Av(nytt, ungUnder).ToList();
        var bort = Merker.FindAll(m => m.Bort is null && !gjelder.Contains(m.Merke));
        if (Merking.Kontroller(bort.Count > 0, grunn) is { } nei)
            return nei;
        Rettinger.Add(new() { HenvendelseId = Id, Nr = Rettinger.Count + 1, Tidspunkt = naar, Av = av, Grunn = grunn, Foer = Behov });
        Sett(nytt);
        bort.ForEach(m => m.FallBort(naar, grunn!, av));
        foreach (var merke in gjelder)
        {
            if (Merker.Find(m => m.Merke == merke) is { } foer)
                foer.Gjelder();
            else
                Merker.Add(new() { HenvendelseId = Id, Merke = merke, Siden = naar });
        }

        return null;
    }

    public Avvisning? Avgjoer(Botilbudsvedtak vedtak)
    {
        if (Status != Henvendelsesstatus.Mottatt)
            return FeilStatus();
        Vedtak.Add(vedtak);
        FoerstAvgjort ??= vedtak.Tidspunkt;
        Status = vedtak.Utfall == Vedtaksutfall.Innvilget ? Henvendelsesstatus.Innvilget : Henvendelsesstatus.Avslag;
        return null;
    }

    /// <summary>They need no help any more.</summary>
    public Avvisning? Trekk()
    {
        if (Status is not (Henvendelsesstatus.Mottatt or Henvendelsesstatus.Innvilget))
            return FeilStatus();
        Status = Henvendelsesstatus.Trukket;
        return null;
    }

    /// <summary>The klage was heard: it is to be decided anew, at once.</summary>
    public Avvisning? Gjenaapne(Klageutfall utfall, DateOnly dato)
    {
        if (SisteVedtak!.AvgjoerKlage(utfall, dato) is { } nei)
            return nei;
        Status = Henvendelsesstatus.Mottatt;
        return null;
    }

    private void Sett(Behov behov) => (Voksne, BarnsAlder, Alder, Tilgjengelighet, KanBoRusfritt, Husdyr, Skolekrets, BarnMeldt) = behov;

    private Avvisning FeilStatus() => new("henvendelse-feil-status", $"Henvendelsen står som «{EnumNames<Henvendelsesstatus>.Of(Status)}»; da kan ikke dette gjøres.", Felt: "status");
}

/// <summary>What was tried before nothing was found.</summary>
/// <param name="Hvor">Where: a provider, a place, a neighbouring municipality.</param>
/// <param name="Utfall">What they said.</param>
public sealed record Forsoek(string Hvor, string Utfall);

/// <summary>No place was found on a day.</summary>
public sealed class Botilbudsavvik
{
    public Guid HenvendelseId { get; init; }

    public required DateOnly Dag { get; init; }

    public required Forsoek[] Forsoek { get; init; }

    /// <summary>What was done instead.</summary>
    public required string Gjort { get; init; }

    public required string RegistrertAv { get; init; }
}
