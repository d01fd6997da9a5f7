using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette.Regler;

namespace Boligsosial.Finansiering.Bostoettesaker;

/// <summary>What became of a klage.</summary>
public enum Bostoetteklageutfall
{
    /// <summary>Changed.</summary>
    Omgjort,

    /// <summary>The vedtak stands.</summary>
    Opprettholdt,

    /// <summary>Set aside: Husbanken decides anew.</summary>
    Opphevet,
}

/// <summary>Who decides a klage: Husbanken first, then Klagenemnd for Husbanken (FOR-2012-10-31-1182 § 6).</summary>
public enum Klageinstans
{
    Husbanken,
    Klagenemnda,
}

/// <summary>Who bostøtte is paid to.</summary>
public enum Mottaker
{
    Husstand,

    /// <summary>The municipality, by a transfer (bustøttelova § 9).</summary>
    Kommune,
}

/// <summary>A payment that Husbanken has confirmed.</summary>
public sealed class Bostoetteutbetaling
{
    public Guid SakId { get; init; }

    /// <summary>The first day of the month that it is for.</summary>
    public required DateOnly Maaned { get; init; }

    public required DateOnly Dato { get; init; }

    public required decimal Beloep { get; init; }

    public required Mottaker Mottaker { get; init; }
}

/// <summary>Husbanken's vedtak for a month, the klage over it, and what is paid by it.</summary>
public sealed class Bostoettevedtak
{
    public Guid SakId { get; init; }

    /// <summary>The first day of the month.</summary>
    public required DateOnly Maaned { get; init; }

    /// <summary>V00 granted, else why not.</summary>
    public required string Kode { get; set; }

    /// <summary>Kroner, when granted and told.</summary>
    public decimal? Beloep { get; internal set; }

    public required DateOnly Dato { get; set; }

    /// <summary>The last day for a klage.</summary>
    public required DateOnly Klagefrist { get; set; }

    /// <summary>When it is paid, when granted.</summary>
    public DateOnly? Utbetales { get; set; }

    public List<Bostoetteutbetaling> Utbetalinger { get; } = [];

    public DateOnly? KlageMottatt { get; private set; }

    public string? KlageGrunn { get; private set; }

    /// <summary>Came after the deadline: Husbanken refuses it (V07) unless it is taken all the same (forvaltningsloven § 31).</summary>
    public bool KlageForSent { get; private set; }

    public Bostoetteklageutfall? HusbankensUtfall { get; private set; }

    public Bostoetteklageutfall? NemndasUtfall { get; private set; }

    public DateOnly? KlageAvgjort { get; private set; }

    /// <summary>What was decided for the month before this, each ended by a klage.</summary>
    public List<ErstattetVedtak> Tidligere { get; } = [];

    /// <summary>The klage succeeded: the next vedtak for the month takes the place of this one (forvaltningsloven §§ 33 and 34).</summary>
    public bool VenterNyttVedtak => Vant(HusbankensUtfall) || Vant(NemndasUtfall);

    /// <summary>A klage came, and goes to Husbanken.</summary>
    internal Avvisning? Klag(DateOnly mottatt, string grunn)
    {
        if (KlageMottatt is not null)
            return new("klage-finnes", "Det er klaget på vedtaket før.");
        (KlageMottatt, KlageGrunn, KlageForSent) = (mottatt, grunn, mottatt > Klagefrist);
        return null;
    }

    /// <summary>Husbanken, or the nemnd after it, has decided the klage; what the nemnd decides cannot be appealed (FOR-2012-10-31-1182 § 1).</summary>
    internal Avvisning? AvgjoerKlage(Klageinstans instans, Bostoetteklageutfall utfall, DateOnly dato)
    {
        if (KlageMottatt is null)
            return new("ingen-klage", "Det er ikke klaget på vedtaket.");
        if (NemndasUtfall is not null || Vant(HusbankensUtfall) || (instans == Klageinstans.Husbanken && HusbankensUtfall is not null))
            return new("klage-avgjort", "Klagen er avgjort.");
        if (instans == Klageinstans.Klagenemnda && HusbankensUtfall is null)
            return new("klage-hos-husbanken", "Klagen er hos Husbanken; Klagenemnda får den når Husbanken ikke endrer vedtaket.", new("forskrift om klagenemnd for Husbanken", "§ 6", new(2013, 1, 1)));
        if (instans == Klageinstans.Husbanken)
            HusbankensUtfall = utfall;
        else
            NemndasUtfall = utfall;
        KlageAvgjort = dato;
        return null;
    }

    /// <summary>Another takes its place, and may be appealed in its turn. What was paid for the month stays paid.</summary>
    internal void Erstatt(Bostoettevedtak nytt)
    {
        Tidligere.Add(new()
        {
            SakId = SakId,
            Maaned = Maaned,
            Nr = Tidligere.Count + 1,
            Kode = Kode,
            Beloep = Beloep,
            Dato = Dato,
            Klagefrist = Klagefrist,
            Utbetales = Utbetales,
            KlageMottatt = KlageMottatt!.Value,
            KlageGrunn = KlageGrunn!,
            KlageForSent = KlageForSent,
            HusbankensUtfall = HusbankensUtfall,
            NemndasUtfall = NemndasUtfall,
            KlageAvgjort = KlageAvgjort!.Value,
        });
        (Kode, Beloep, Dato, Klagefrist) = (nytt.Kode, nytt.Beloep, nytt.Dato, nytt.Klagefrist);
        Utbetales = nytt.Utbetales is null ? null : Bostoettefrister.Etterbetales(Maaned, nytt.Dato);
        (KlageMottatt, KlageGrunn, KlageForSent, HusbankensUtfall, NemndasUtfall, KlageAvgjort) = (null, null, false, null, null, null);
    }

    private static bool Vant(Bostoetteklageutfall? utfall) => utfall is Bostoetteklageutfall.Omgjort or Bostoetteklageutfall.Opphevet;
}
