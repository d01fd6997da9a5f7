namespace Boligsosial.Finansiering.Bostoettesaker;

/// <summary>A bostøtte case as the API shows it.</summary>
public sealed record Sakssvar
{
    internal Sakssvar(Bostoettesak sak)
    {
        (Id, Enhet, Soeker, Kanal, Status, Mottatt, Rettet, Sendt) = (sak.Id, sak.Enhet, sak.Soeker, sak.Kanal, sak.Status, sak.Mottatt, sak.Rettet, sak.Sendt);
        (Maaned, NesteMaaned, ProevesTil) = (sak.Maaned, sak.Status == Saksstatus.Avslag || sak.NesteMaaned >= sak.AvloestFra ? null : sak.NesteMaaned, sak.ProevesTil);
        (Samtykke, OverfoeresFra, OverfoeresTil, AvloestFra) = (sak.Samtykke, sak.OverfoeresFra, sak.OverfoeresTil, sak.AvloestFra);
        Vedtak = [.. sak.Vedtak.OrderBy(v => v.Maaned).Select(v => new Vedtakssvar(
            v.Maaned, v.Kode, v.Beloep, v.Dato, v.Klagefrist, v.Utbetales,
            v.KlageMottatt is { } mottatt ? new(mottatt, v.KlageGrunn!, v.KlageForSent, v.HusbankensUtfall, v.NemndasUtfall, v.KlageAvgjort) : null)
        {
            VenterNyttVedtak = v.VenterNyttVedtak,
            Tidligere = [.. v.Tidligere.OrderBy(t => t.Nr).Select(t => new TidligereVedtak(
                t.Kode, t.Beloep, t.Dato, t.Klagefrist, t.Utbetales, new(t.KlageMottatt, t.KlageGrunn, t.KlageForSent, t.HusbankensUtfall, t.NemndasUtfall, t.KlageAvgjort)))],
            Utbetalinger = [.. v.Utbetalinger.OrderBy(u => u.Dato).Select(u => new Utbetalingssvar(u.Dato, u.Beloep, u.Mottaker))],
        })];
    }

    /// <summary>Its id.</summary>
    public Guid Id { get; }

    /// <summary>The unit whose case it is.</summary>
    public string Enhet { get; }

    /// <summary>The applicant (personRef).</summary>
    public Guid Soeker { get; }

    public Kanal Kanal { get; }

    public Saksstatus Status { get; }

    public DateOnly Mottatt { get; }

    /// <summary>The day the last defect was mended.</summary>
    public DateOnly? Rettet { get; }

    /// <summary>The day it was sent to Husbanken by us.</summary>
    public DateOnly? Sendt { get; }

    /// <summary>The first month that it counts for.</summary>
    public DateOnly Maaned { get; }

    /// <summary>The month that Husbanken decides next; null when it has ended.</summary>
    public DateOnly? NesteMaaned { get; }

    /// <summary>The last month in which a refusal for the means is tried again by itself.</summary>
    public DateOnly? ProevesTil { get; }

    /// <summary>The day of the written consent to transfer.</summary>
    public DateOnly? Samtykke { get; }

    /// <summary>Paid to the municipality from this day.</summary>
    public DateOnly? OverfoeresFra { get; }

    /// <summary>Until, and not with, this day.</summary>
    public DateOnly? OverfoeresTil { get; }

    /// <summary>The month from which a newer case of the applicant carries on, when this one was opened again by a klage.</summary>
    public DateOnly? AvloestFra { get; }

    /// <summary>Husbanken's vedtak, month by month.</summary>
    public IReadOnlyList<Vedtakssvar> Vedtak { get; }
}

/// <summary>Husbanken's vedtak for a month.</summary>
/// <param name="Maaned">The month.</param>
/// <param name="Kode">V00 granted, else why not.</param>
/// <param name="Beloep">Kroner; null also of a grant until Husbanken says how much.</param>
/// <param name="Dato">The day of it.</param>
/// <param name="Klagefrist">The last day for a klage.</param>
/// <param name="Utbetales">When it is paid.</param>
/// <param name="Klage">The klage over it.</param>
public sealed record Vedtakssvar(DateOnly Maaned, string Kode, decimal? Beloep, DateOnly Dato, DateOnly Klagefrist, DateOnly? Utbetales, Klagesvar? Klage)
{
    /// <summary>What Husbanken has confirmed that it paid.</summary>
    public IReadOnlyList<Utbetalingssvar> Utbetalinger { get; init; } = [];

    /// <summary>The klage succeeded, and what Husbanken decides anew for the month is not written down.</summary>
    public bool VenterNyttVedtak { get; init; }

    /// <summary>What was decided for the month before, the oldest first: a klage ended each.</summary>
    public IReadOnlyList<TidligereVedtak> Tidligere { get; init; } = [];
}

/// <summary>A vedtak that a klage has ended, as it was.</summary>
/// <param name="Kode">V00 granted, else why not.</param>
/// <param name="Beloep">Kroner, when granted and told.</param>
/// <param name="Dato">The day of it.</param>
/// <param name="Klagefrist">The last day for a klage.</param>
/// <param name="Utbetales">When it was to be paid.</param>
/// <param name="Klage">The klage.</param>
public sealed record TidligereVedtak(string Kode, decimal? Beloep, DateOnly Dato, DateOnly Klagefrist, DateOnly? Utbetales, Klagesvar Klage);

/// <summary>A payment that Husbanken has confirmed.</summary>
/// <param name="Dato">The day.</param>
/// <param name="Beloep">Kroner.</param>
/// <param name="Mottaker">«husstand», or «kommune» by a transfer.</param>
public sealed record Utbetalingssvar(DateOnly Dato, decimal Beloep, Mottaker Mottaker);

/// <summary>A klage.</summary>
/// <param name="Mottatt">The day it came.</param>
/// <param name="Grunn">What it says.</param>
/// <param name="ForSent">It came after the deadline (V07, forvaltningsloven § 31).</param>
/// <param name="Husbanken">What Husbanken made of it.</param>
/// <param name="Klagenemnda">What Klagenemnda made of it.</param>
/// <param name="Avgjort">The day of the last of these.</param>
public sealed record Klagesvar(DateOnly Mottatt, string Grunn, bool ForSent, Bostoetteklageutfall? Husbanken, Bostoetteklageutfall? Klagenemnda, DateOnly? Avgjort);
