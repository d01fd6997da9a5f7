using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>A vedtak and the klage over it.</summary>
public abstract record EnkeltvedtakSvar
{
    private protected EnkeltvedtakSvar(Enkeltvedtak v)
    {
        (Nr, Utfall, Dato, Beloep, Begrunnelse, BarnetsBeste) = (v.Nr, v.Utfall, v.Dato, v.Beloep, v.Begrunnelse, v.BarnetsBeste);
        (Hjemmel, Underrettet, Klagefrist, Klageinstans, BesluttetAv) = (v.Hjemmel, v.Underrettet, v.Klagefrist, v.Klageinstans, v.BesluttetAv);
        if (v.KlageMottatt is { } mottatt)
            Klage = new(mottatt, v.KlageGrunn!, v.KlageForSent, v.KlageOversendt, v.KlageUtfall, v.KlageAvgjort);
    }

    public int Nr { get; }

    public Vedtaksutfall Utfall { get; }

    public DateOnly Dato { get; }

    public decimal? Beloep { get; }

    public string Begrunnelse { get; }

    public string? BarnetsBeste { get; }

    public string Hjemmel { get; }

    public DateOnly Underrettet { get; }

    public DateOnly Klagefrist { get; }

    public string Klageinstans { get; }

    /// <summary>Who made it.</summary>
    public string BesluttetAv { get; }

    public VedtaksklageSvar? Klage { get; }
}

/// <summary>A klage.</summary>
/// <param name="Mottatt">The day it came.</param>
/// <param name="Grunn">What it says.</param>
/// <param name="ForSent">It came after the deadline.</param>
/// <param name="Oversendt">Sent to the klageinstans.</param>
/// <param name="Utfall">What became of it.</param>
/// <param name="Avgjort">The day of that.</param>
public sealed record VedtaksklageSvar(DateOnly Mottatt, string Grunn, bool ForSent, DateOnly? Oversendt, Klageutfall? Utfall, DateOnly? Avgjort);
