namespace Boligsosial.Felles;

/// <summary>What became of a klage (forvaltningsloven §§ 33 and 34, LOV-1967-02-10).</summary>
public enum Klageutfall
{
    /// <summary>Changed, by the underinstans itself or by the klageinstans.</summary>
    Omgjort,

    /// <summary>The vedtak stands.</summary>
    Stadfestet,

    /// <summary>The vedtak is void, and the case is to be decided anew.</summary>
    Opphevet,
}

/// <summary>
/// A vedtak that can be appealed, and the klage over it when there is one (forvaltningsloven §§ 28 to 34, LOV-1967-02-10): it comes, the underinstans changes its vedtak or sends the
/// klage on, the klageinstans decides.
/// </summary>
public abstract class KlagbartVedtak
{
    private static readonly Hjemmel Underinstansens = new("forvaltningsloven", "§ 33", new(1970, 1, 1));

    public required DateOnly Dato { get; init; }

    /// <summary>The rules, the facts and what weighed most.</summary>
    public required string Begrunnelse { get; init; }

    public required string Hjemmel { get; init; }

    /// <summary>The last day for a klage.</summary>
    public required DateOnly Klagefrist { get; init; }

    /// <summary>Who decides a klage.</summary>
    public required string Klageinstans { get; init; }

    public required string BesluttetAv { get; init; }

    public DateOnly? KlageMottatt { get; private set; }

    public string? KlageGrunn { get; private set; }

    /// <summary>It came after the deadline, and may still be taken (§ 31).</summary>
    public bool KlageForSent { get; private set; }

    public DateOnly? KlageOversendt { get; private set; }

    public Klageutfall? KlageUtfall { get; private set; }

    public DateOnly? KlageAvgjort { get; private set; }

    /// <summary>Who made the vedtak, as a text for people says it.</summary>
    protected virtual string Underinstans => "Kommunen";

    /// <summary>A klage that comes on a day can be taken; whether in time is noted by <see cref="Klag"/>.</summary>
    public Avvisning? KontrollerKlage(DateOnly dato) => Datokontroll.Kontroller(dato, dato, Dato) ?? Felles.Klagefrist.Kontroller(dato, Dato);

    /// <summary>It is not sent on before it came.</summary>
    public Avvisning? KontrollerOversendelse(DateOnly dato) => Datokontroll.Kontroller(dato, dato, KlageMottatt);

    /// <summary>It is not decided before it came, nor before it was sent on.</summary>
    public Avvisning? KontrollerUtfall(DateOnly dato) => Datokontroll.Kontroller(dato, dato, KlageOversendt ?? KlageMottatt);

    /// <summary>A klage came.</summary>
    public Avvisning? Klag(DateOnly mottatt, string grunn)
    {
        if (KlageMottatt is not null)
            return new("klage-finnes", "Det er klaget på vedtaket før.");
        (KlageMottatt, KlageGrunn, KlageForSent) = (mottatt, grunn, mottatt > Klagefrist);
        return null;
    }

    /// <summary>The underinstans stands by its vedtak and sends the klage on.</summary>
    public Avvisning? Oversend(DateOnly dato)
    {
        if (Aapen() is { } nei)
            return nei;
        if (KlageOversendt is not null)
            return new("klage-oversendt", "Klagen er oversendt før.");
        KlageOversendt = dato;
        return null;
    }

    /// <summary>It was decided. Before it is sent on, the underinstans can do one thing: change its own vedtak.</summary>
    public Avvisning? AvgjoerKlage(Klageutfall utfall, DateOnly dato)
    {
        if ((Aapen() ?? (utfall == Klageutfall.Omgjort ? null : IkkeOversendt())) is { } nei)
            return nei;
        (KlageUtfall, KlageAvgjort) = (utfall, dato);
        return null;
    }

    /// <summary>Why the klageinstans cannot have decided it: it has not got it.</summary>
    public Avvisning? IkkeOversendt() => KlageMottatt is not null && KlageOversendt is null
        ? new("klage-ikke-oversendt", $"Klagen er ikke sendt til klageinstansen. {Underinstans} kan bare omgjøre selv (forvaltningsloven § 33).", Underinstansens)
        : null;

    private Avvisning? Aapen() => (KlageMottatt, KlageAvgjort) switch
    {
        (null, _) => new("ingen-klage", "Det er ikke klaget på vedtaket."),
        (_, not null) => new("klage-avgjort", "Klagen er avgjort."),
        _ => null,
    };
}

/// <summary>
/// The deadline for a klage: three weeks from the notice came (forvaltningsloven § 29, LOV-1967-02-10); after it a klage may
/// still be taken (§ 31), but not when more than a year has gone since the vedtak. A deadline that ends on a Saturday, a
/// Sunday or a holiday ends on the next working day (domstolloven § 149).
/// </summary>
public static class Klagefrist
{
    private const int Uker = 3;

    private static readonly Hjemmel Aarsfrist = new("forvaltningsloven", "§ 31", new(1970, 1, 1));

    /// <summary>The day the notice counts as come: the one that is known, else after <paramref name="postgangDager"/>.</summary>
    /// <param name="sendt">The day it was sent, or the electronic varsel was.</param>
    /// <param name="kommetFram">The day it came, when somebody knows.</param>
    /// <param name="regnesFra">Which law's rule.</param>
    /// <param name="postgangDager">Days that a letter is reckoned to take.</param>
    public static DateOnly Underrettet(DateOnly sendt, DateOnly? kommetFram, KlagefristRegnesFra regnesFra, int postgangDager) =>
        regnesFra == KlagefristRegnesFra.ElektroniskVarsel ? sendt : kommetFram ?? sendt.AddDays(postgangDager);

    /// <summary>A notice comes after the vedtak that it is about; half a year is our limit for a slip of the pen.</summary>
    public static Avvisning? KontrollerUnderretning(DateOnly? kommetFram, DateOnly vedtak) =>
        kommetFram < vedtak || kommetFram > vedtak.AddMonths(6)
            ? new("underretning-feil-dato", "Underretningen må ha kommet fram i løpet av et halvt år etter vedtaket.", Felt: "kommetFram")
            : null;

    /// <summary>The last day.</summary>
    public static DateOnly Av(DateOnly underrettet) => Virkedag.Fra(underrettet.AddDays(7 * Uker));

    /// <summary>A klage that comes more than a year after the vedtak cannot be taken at all.</summary>
    public static Avvisning? Kontroller(DateOnly mottatt, DateOnly vedtak) =>
        mottatt > vedtak.AddYears(1) ? new("klage-over-ett-aar", "Det er gått mer enn ett år siden vedtaket ble truffet; klagen kan ikke behandles.", Aarsfrist, "dato") : null;
}

/// <summary>From when the time for a klage runs; the new forvaltningslov (LOV-2025-06-20-81) is adopted but not in force.</summary>
public enum KlagefristRegnesFra
{
    /// <summary>Forvaltningsloven of 1967 § 29: when the notice has come.</summary>
    UnderretningKommetFram,

    /// <summary>Forvaltningsloven of 2025: when the electronic varsel was sent.</summary>
    ElektroniskVarsel,
}
