using Boligsosial.Finansiering.Startlaan;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.Finansiering.Tilskudd.Regler;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>An application as the API shows it.</summary>
public sealed record TilskuddssakSvar
{
    internal TilskuddssakSvar(Tilskuddssoeknad s, decimal startlaan)
    {
        (Id, Type, Formaal, Status, Soekere, Mottatt, Avsluttet) = (s.Id, s.Type, s.Formaal, s.Status, s.Soekere, s.Mottatt, s.Avsluttet);
        (Voksne, BarnsAlder, SoektBeloep, Kostnader, StartlaanId) = (s.Voksne, s.BarnsAlder, s.SoektBeloep, s.Kostnader, s.StartlaanId);
        var f = s.Finansiert(s.Innvilget ?? s.SoektBeloep, startlaan);
        Finansiering = new(f.Kostnad, f.Egenkapital, f.AndreMidler, f.Nav, f.Startlaan, f.Tilskudd, f.Mangler);
        (Dokumentert, DokumentasjonMangler) = (s.Dokumentert, [.. s.Etterspurt.Except(s.Dokumentert, StringComparer.Ordinal)]);
        if (s.Innstilt is { } innstilt)
            Innstilling = new(s.Innstilling!.Value, innstilt, s.InnstiltAv!, s.InnstillingGrunn!, s.Vilkaar);
        (Innvilget, Utbetalt, Bundet, BrukesInnen, TilbakefoertGrunn) = (s.Innvilget, s.Utbetalt, s.Bundet, s.BrukesInnen, s.TilbakefoertGrunn);
        Nav = [.. s.Nav.OrderBy(n => n.Nr).Select(n => new NavstegSvar(n.Hendelse, n.Dato, n.Dekker, n.Merknad, n.NotertAv))];
        Utbetalinger = [.. s.Utbetalinger.OrderBy(u => u.Nr).Select(u => new TilskuddsutbetalingSvar(u.Dato, u.Beloep, u.Grunnlag, u.UtbetaltAv))];
        Vedtak = [.. s.Vedtak.OrderBy(v => v.Nr).Select(v => new TilskuddsvedtakSvar(v))];
    }

    public Guid Id { get; }

    public Tilskuddstype Type { get; }

    public Tilskuddsformaal Formaal { get; }

    public Tilskuddsstatus Status { get; }

    /// <summary>The applicants (personRef).</summary>
    public IReadOnlyList<Guid> Soekere { get; }

    public DateOnly Mottatt { get; }

    public DateOnly? Avsluttet { get; }

    public int Voksne { get; }

    public IReadOnlyList<int> BarnsAlder { get; }

    /// <summary>Kroner.</summary>
    public decimal SoektBeloep { get; }

    public IReadOnlyList<Kostnadspost> Kostnader { get; }

    /// <summary>The application for startlån that is for the same.</summary>
    public Guid? StartlaanId { get; }

    public FinansieringSvar Finansiering { get; }

    public IReadOnlyList<string> Dokumentert { get; }

    /// <summary>Asked for, and not come.</summary>
    public IReadOnlyList<string> DokumentasjonMangler { get; }

    public InnstillingSvar? Innstilling { get; }

    /// <summary>Kroner that are granted and not given back.</summary>
    public decimal? Innvilget { get; }

    /// <summary>Kroner.</summary>
    public decimal Utbetalt { get; }

    /// <summary>Kroner that are granted and not paid out.</summary>
    public decimal Bundet { get; }

    /// <summary>The last day of the time in which it is to be used.</summary>
    public DateOnly? BrukesInnen { get; }

    /// <summary>Why the rest was given back.</summary>
    public string? TilbakefoertGrunn { get; }

    /// <summary>What was asked and answered at NAV hjelpemiddelsentral, oldest first.</summary>
    public IReadOnlyList<NavstegSvar> Nav { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<TilskuddsutbetalingSvar> Utbetalinger { get; }

    /// <summary>Oldest first; the last one counts.</summary>
    public IReadOnlyList<TilskuddsvedtakSvar> Vedtak { get; }
}

/// <summary>What it costs and what pays for it; kroner.</summary>
/// <param name="Kostnad">In all.</param>
/// <param name="Egenkapital">Of the applicants' own.</param>
/// <param name="AndreMidler">A bank's loan, others.</param>
/// <param name="Nav">What NAV hjelpemiddelsentral covers.</param>
/// <param name="Startlaan">What is granted, or paid out, of the loan beside it.</param>
/// <param name="Tilskudd">What is granted; before that what is applied for.</param>
/// <param name="Mangler">What is not paid for; below zero when there is more than it costs.</param>
public sealed record FinansieringSvar(decimal Kostnad, decimal Egenkapital, decimal AndreMidler, decimal Nav, decimal Startlaan, decimal Tilskudd, decimal Mangler);

/// <summary>A step at NAV hjelpemiddelsentral.</summary>
/// <param name="Hendelse">What happened.</param>
/// <param name="Dato">The day.</param>
/// <param name="Dekker">Kroner that NAV covers in all, from then on.</param>
/// <param name="Merknad">A note.</param>
/// <param name="NotertAv">Who noted it.</param>
public sealed record NavstegSvar(Navhendelse Hendelse, DateOnly Dato, decimal? Dekker, string? Merknad, string NotertAv);

/// <summary>A payment.</summary>
/// <param name="Dato">The day.</param>
/// <param name="Beloep">Kroner.</param>
/// <param name="Grunnlag">What was paid.</param>
/// <param name="UtbetaltAv">Who.</param>
public sealed record TilskuddsutbetalingSvar(DateOnly Dato, decimal Beloep, string Grunnlag, string UtbetaltAv);

/// <summary>A vedtak on tilskudd and the klage over it.</summary>
public sealed record TilskuddsvedtakSvar : EnkeltvedtakSvar
{
    internal TilskuddsvedtakSvar(Tilskuddsvedtak v)
        : base(v) => (Avslagsgrunn, Vilkaar) = (v.Avslagsgrunn, v.Vilkaar);

    public Tilskuddsavslag? Avslagsgrunn { get; }

    /// <summary>What each condition came to, and what people made of them.</summary>
    public IReadOnlyList<Vilkaarssvar> Vilkaar { get; }
}
