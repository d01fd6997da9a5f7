using Boligsosial.Finansiering.Startlaan.Regler;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>An application as the API shows it.</summary>
public sealed record LaanesakSvar
{
    internal LaanesakSvar(Startlaansoeknad s, DateOnly idag)
    {
        (Id, Ordning, Formaal, Status, Soekere, Mottatt, Avsluttet) = (s.Id, s.Ordning, s.Formaal, s.StatusPaa(idag), s.Soekere, s.Mottatt, s.Avsluttet);
        (Voksne, BarnsAlder, LeierKommunalt, SoektBeloep) = (s.Voksne, s.BarnsAlder, s.LeierKommunalt, s.SoektBeloep);
        Oekonomi = new(s.NettoInntekt, s.Livsopphold, null, s.Gjeld, s.AndreFaste);
        (Dokumentert, DokumentasjonMangler) = (s.Dokumentert, [.. s.Etterspurt.Except(s.Dokumentert, StringComparer.Ordinal)]);
        if (s.Innstilt is { } innstilt)
            Innstilling = new(s.Innstilling!.Value, innstilt, s.InnstiltAv!, s.InnstillingGrunn!, s.Vilkaar);
        if (s.BevisTil is { } til)
            Bevis = new(s.BevisBeloep!.Value, til, s.BevisForlenget);
        Vedtak = [.. s.Vedtak.OrderBy(v => v.Nr).Select(v => new LaanevedtakSvar(v))];
    }

    public Guid Id { get; }

    public Ordning Ordning { get; }

    public Formaal Formaal { get; }

    /// <summary>Where it stands today.</summary>
    public Laanestatus Status { get; }

    /// <summary>The applicants (personRef).</summary>
    public IReadOnlyList<Guid> Soekere { get; }

    public DateOnly Mottatt { get; }

    public DateOnly? Avsluttet { get; }

    public int Voksne { get; }

    public IReadOnlyList<int> BarnsAlder { get; }

    public bool LeierKommunalt { get; }

    /// <summary>Kroner.</summary>
    public decimal SoektBeloep { get; }

    public Husholdning Oekonomi { get; }

    public IReadOnlyList<string> Dokumentert { get; }

    /// <summary>Asked for, and not come.</summary>
    public IReadOnlyList<string> DokumentasjonMangler { get; }

    public InnstillingSvar? Innstilling { get; }

    public BevisSvar? Bevis { get; }

    /// <summary>Oldest first; the last one counts.</summary>
    public IReadOnlyList<LaanevedtakSvar> Vedtak { get; }
}

/// <summary>What a caseworker says should be decided.</summary>
/// <param name="Utfall">Grant or refusal.</param>
/// <param name="Dato">The day.</param>
/// <param name="Av">Who.</param>
/// <param name="Begrunnelse">Why.</param>
/// <param name="Vilkaar">What each condition came to.</param>
public sealed record InnstillingSvar(Vedtaksutfall Utfall, DateOnly Dato, string Av, string Begrunnelse, IReadOnlyList<Vilkaarssvar> Vilkaar);

/// <summary>A finansieringsbevis.</summary>
/// <param name="Beloep">Kroner.</param>
/// <param name="GyldigTil">The last day on which it can be used.</param>
/// <param name="Forlenget">How many times.</param>
public sealed record BevisSvar(decimal Beloep, DateOnly GyldigTil, int Forlenget);

/// <summary>A vedtak and the klage over it.</summary>
public sealed record LaanevedtakSvar
{
    internal LaanevedtakSvar(Laanevedtak v)
    {
        (Nr, Utfall, Dato, Beloep, Avslagsgrunn, Begrunnelse, BarnetsBeste, Unntaksvurdering) = (v.Nr, v.Utfall, v.Dato, v.Beloep, v.Avslagsgrunn, v.Begrunnelse, v.BarnetsBeste, v.Unntaksvurdering);
        (Hjemmel, Underrettet, Klagefrist, Klageinstans, BesluttetAv) = (v.Hjemmel, v.Underrettet, v.Klagefrist, v.Klageinstans, v.BesluttetAv);
        if (v.KlageMottatt is { } mottatt)
            Klage = new(mottatt, v.KlageGrunn!, v.KlageForSent, v.KlageOversendt, v.KlageUtfall, v.KlageAvgjort);
    }

    public int Nr { get; }

    public Vedtaksutfall Utfall { get; }

    public DateOnly Dato { get; }

    public decimal? Beloep { get; }

    public Avslagsgrunn? Avslagsgrunn { get; }

    public string Begrunnelse { get; }

    public string? BarnetsBeste { get; }

    public string? Unntaksvurdering { get; }

    public string Hjemmel { get; }

    public DateOnly Underrettet { get; }

    public DateOnly Klagefrist { get; }

    public string Klageinstans { get; }

    /// <summary>Who made it.</summary>
    public string BesluttetAv { get; }

    public LaaneklageSvar? Klage { get; }
}

/// <summary>A klage.</summary>
/// <param name="Mottatt">The day it came.</param>
/// <param name="Grunn">What it says.</param>
/// <param name="ForSent">It came after the deadline.</param>
/// <param name="Oversendt">Sent to the klageinstans.</param>
/// <param name="Utfall">What became of it.</param>
/// <param name="Avgjort">The day of that.</param>
public sealed record LaaneklageSvar(DateOnly Mottatt, string Grunn, bool ForSent, DateOnly? Oversendt, Klageutfall? Utfall, DateOnly? Avgjort);
