using Boligsosial.Finansiering.Startlaan.Regler;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>An application as the API shows it.</summary>
public sealed record LaanesakSvar
{
    internal LaanesakSvar(Startlaansoeknad s, DateOnly idag)
    {
        (Id, Ordning, Formaal, Status, Soekere, Mottatt, Avsluttet) = (s.Id, s.Ordning, s.Formaal, s.StatusPaa(idag), s.Soekere, s.Mottatt, s.Avsluttet);
        (Voksne, BarnsAlder, LeierKommunalt, SoektBeloep) = (s.Voksne, s.BarnsAlder, s.LeierKommunalt, s.SoektBeloep);
        (Boforhold, Flyktning, Mottakergruppe) = (s.Boforhold, s.Flyktning, s.Mottakergruppe);
        Oekonomi = new(s.NettoInntekt, s.Livsopphold, null, s.Gjeld, s.AndreFaste);
        (Dokumentert, DokumentasjonMangler) = (s.Dokumentert, [.. s.Etterspurt.Except(s.Dokumentert, StringComparer.Ordinal)]);
        if (s.Innstilt is { } innstilt)
            Innstilling = new(s.Innstilling!.Value, innstilt, s.InnstiltAv!, s.InnstillingGrunn!, s.Vilkaar);
        if (s.BevisTil is { } til)
            Bevis = new(s.BevisBeloep!.Value, til, s.BevisForlenget);
        if (s.MedholdEtterUtbetaling)
            Merknad = "Lånet er utbetalt og står. Et nytt vedtak, for eksempel om tilleggslån, går som en ny søknad.";
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

    /// <summary>Where they lived when they applied; null: not told, as the next two.</summary>
    public Boforhold? Boforhold { get; }

    public bool? Flyktning { get; }

    public string? Mottakergruppe { get; }

    /// <summary>Kroner.</summary>
    public decimal SoektBeloep { get; }

    public Husholdning Oekonomi { get; }

    public IReadOnlyList<string> Dokumentert { get; }

    /// <summary>Asked for, and not come.</summary>
    public IReadOnlyList<string> DokumentasjonMangler { get; }

    public InnstillingSvar? Innstilling { get; }

    public BevisSvar? Bevis { get; }

    /// <summary>What is to be done next, where the status does not tell.</summary>
    public string? Merknad { get; }

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

/// <summary>A vedtak on startlån and the klage over it.</summary>
public sealed record LaanevedtakSvar : EnkeltvedtakSvar
{
    internal LaanevedtakSvar(Laanevedtak v)
        : base(v) => (Avslagsgrunn, Unntaksvurdering, Vilkaar) = (v.Avslagsgrunn, v.Unntaksvurdering, v.Vilkaar);

    public Avslagsgrunn? Avslagsgrunn { get; }

    public string? Unntaksvurdering { get; }

    /// <summary>What each condition came to, and what people made of it.</summary>
    public IReadOnlyList<Vilkaarssvar> Vilkaar { get; }
}
