using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette.Regler;
using Boligsosial.ServiceDefaults.AccessLog;

namespace Boligsosial.Finansiering.Bostoettesaker;

/// <summary>How it came.</summary>
public enum Kanal
{
    Elektronisk,
    Papir,
}

/// <summary>Where a case stands. Only <c>Avslag</c> is an end: the others are followed month by month.</summary>
public enum Saksstatus
{
    /// <summary>Something is missing; mended within a month from the deadline it counts as in time.</summary>
    Mangelfull,

    /// <summary>Husbanken has it.</summary>
    Mottatt,

    /// <summary>Granted, and carried on to each next month by itself.</summary>
    Innvilget,

    /// <summary>Refused for the means, and tried again two months by itself.</summary>
    ProevesPaaNytt,

    Avslag,
}

/// <summary>
/// A bostøtte case as the municipality follows it (forskrift om bustøtte §§ 9 and 13). Husbanken decides, month by month; a vedtak that is granted is
/// carried on to the next month, one refused for the means (V03) is tried again in two, any other refusal ends it.
/// </summary>
public sealed class Bostoettesak
{
    /// <summary>Husbanken's codes of a vedtak. V07 is of a klage, and not among them.</summary>
    public static readonly string[] Koder = ["V00", "V02", "V03", "V04", "V05", "V09", "V11", "V48"];

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The unit whose case it is: to the others it does not exist.</summary>
    public required string Enhet { get; init; }

    /// <summary>The applicant's pseudonym.</summary>
    public required Guid Soeker { get; init; }

    public required Kanal Kanal { get; init; }

    public required Saksstatus Status { get; set; }

    public required DateOnly Mottatt { get; init; }

    public DateOnly? Rettet { get; private set; }

    /// <summary>The first month that it counts for.</summary>
    public required DateOnly Maaned { get; set; }

    /// <summary>The day it was sent to Husbanken by us; one that came electronically is there already.</summary>
    public DateOnly? Sendt { get; private set; }

    /// <summary>The last month in which a refusal for the means is tried again.</summary>
    public DateOnly? ProevesTil { get; private set; }

    /// <summary>The day of the written consent to transfer (bustøttelova § 9).</summary>
    public DateOnly? Samtykke { get; private set; }

    public DateOnly? OverfoeresFra { get; private set; }

    public DateOnly? OverfoeresTil { get; private set; }

    /// <summary>The month from which a newer case of the applicant carries on: this one was opened again after it came.</summary>
    public DateOnly? AvloestFra { get; set; }

    public List<Bostoettevedtak> Vedtak { get; } = [];

    /// <summary>The row's version (xmin), given out as ETag.</summary>
    public uint Versjon { get; private init; }

    /// <summary>The month that Husbanken decides next.</summary>
    public DateOnly NesteMaaned => Vedtak.Count == 0 ? Maaned : Vedtak.Max(v => v.Maaned).AddMonths(1);

    internal Bruk Bruk(Handling handling = Handling.Lest) => new(handling, new PersonRef(Soeker), "bostoette", "saksbehandling", $"bostoettesak/{Id}");

    /// <summary>The last defect is mended.</summary>
    public Avvisning? Rett(DateOnly dato)
    {
        if (Status != Saksstatus.Mangelfull)
            return new("ingen-mangler", "Søknaden har ingen mangler som venter.");
        (Rettet, Maaned, Status) = (dato, Bostoettefrister.FoersteMaaned(Mottatt, dato), Saksstatus.Mottatt);
        return null;
    }

    /// <summary>Husbanken has decided the next month, or anew a month that a klage has succeeded for; by the latter a case that had ended may go on.</summary>
    public Avvisning? Avgjoer(Bostoettevedtak vedtak)
    {
        if (Vedtak.Find(v => v.Maaned == vedtak.Maaned) is { VenterNyttVedtak: true } klaget)
        {
            if (Datokontroll.Kontroller(vedtak.Dato, vedtak.Dato, klaget.KlageMottatt, foerst: "klagen kom") is { } tidlig)
                return tidlig;
            klaget.Erstatt(vedtak);
            (ProevesTil, Status) = Stand(Vedtak);
            return null;
        }

        if (Status == Saksstatus.Avslag)
            return new("sak-avsluttet", "Saken er avsluttet med avslag; det må søkes på nytt.");
        if (vedtak.Maaned != NesteMaaned)
            return new("feil-maaned", $"Det neste vedtaket gjelder {NesteMaaned:yyyy-MM}.", new("forskrift om bustøtte", "§ 9", new(2017, 1, 1)), "maaned");
        if (vedtak.Maaned >= AvloestFra)
            return new("sak-avloest", $"Fra {AvloestFra:yyyy-MM} følges søkeren i en nyere sak.");
        Vedtak.Add(vedtak);
        (ProevesTil, Status) = Stand(Vedtak);
        return null;
    }

    /// <summary>Where the vedtak leave the case, gone through from the first: one that is replaced may change what those after it mean.</summary>
    private static (DateOnly? ProevesTil, Saksstatus Status) Stand(IEnumerable<Bostoettevedtak> alle)
    {
        var (proevesTil, status) = ((DateOnly?)null, Saksstatus.Mottatt);
        foreach (var vedtak in alle.OrderBy(v => v.Maaned))
        {
            proevesTil = vedtak.Kode == "V03" ? proevesTil ?? vedtak.Maaned.AddMonths(Bostoettefrister.ProevesPaaNyttMaaneder) : null;
            status = vedtak.Kode switch
            {
                "V00" => Saksstatus.Innvilget,
                "V03" when vedtak.Maaned < proevesTil => Saksstatus.ProevesPaaNytt,
                _ => Saksstatus.Avslag,
            };
        }

        return (proevesTil, status);
    }

    /// <summary>What falls due of it is paid to the municipality, which gives an advance for the same time (bustøttelova § 9).</summary>
    public Avvisning? Overfoer(DateOnly samtykke, DateOnly fra, DateOnly? til)
    {
        var hjemmel = new Hjemmel("bustøttelova", "§ 9", new(2013, 1, 1));
        if (Status == Saksstatus.Avslag)
            return new("sak-avsluttet", "Saken er avsluttet med avslag; det er ikke noe å overføre.");
        if (samtykke > fra)
            return new("samtykke-paa-forhaand", "Mottakeren må ha samtykket skriftlig før det som overføres forfaller.", hjemmel, "samtykke");
        (Samtykke, OverfoeresFra, OverfoeresTil) = (samtykke, fra, til);
        return null;
    }
}
