using Boligsosial.Boligregister.Soeknader.Regler;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>An application as the API shows it.</summary>
public record SoeknadSvar
{
    internal SoeknadSvar(Soeknad soeknad, DateOnly idag)
    {
        (Id, Enhet, Type, Kanal, Status) = (soeknad.Id, soeknad.Enhet, soeknad.Type, soeknad.Kanal, soeknad.StatusPaa(idag));
        (Soekere, Mottatt, GyldigTil, Avsluttet) = (soeknad.Soekere, soeknad.Mottatt, soeknad.GyldigTil, soeknad.Avsluttet);
        (ForeloepigSvar, ForeloepigSvarFrist, Paaminnet) = (soeknad.ForeloepigSvar, Soeknadsfrister.ForeloepigSvar(soeknad.Mottatt), soeknad.Paaminnet);
        (Husstand, Situasjon, Behov, InntektPerMaaned) = (soeknad.Husstand, soeknad.Situasjon, soeknad.Behov, soeknad.InntektPerMaaned);
        (Samarbeider, Samtykke, DokumentasjonMangler, Kategorier, OversendtSak) = (soeknad.Samarbeider, soeknad.Samtykke, soeknad.DokumentasjonMangler, soeknad.Kategorier, soeknad.OversendtSak);
    }

    /// <summary>Its id.</summary>
    public Guid Id { get; }

    /// <summary>The unit whose case it is.</summary>
    public string Enhet { get; }

    public Soeknadstype Type { get; }

    public Kanal Kanal { get; }

    /// <summary>Where it stands today: what has passed its last day is «utloept».</summary>
    public Soeknadsstatus Status { get; }

    /// <summary>The applicants (personRef).</summary>
    public IReadOnlyList<Guid> Soekere { get; }

    public DateOnly Mottatt { get; }

    /// <summary>The last day on which it holds.</summary>
    public DateOnly GyldigTil { get; }

    /// <summary>The day it ended.</summary>
    public DateOnly? Avsluttet { get; }

    /// <summary>The day foreløpig svar was sent.</summary>
    public DateOnly? ForeloepigSvar { get; }

    /// <summary>The last day for it (forvaltningsloven § 11 a).</summary>
    public DateOnly ForeloepigSvarFrist { get; }

    /// <summary>The day the applicant was reminded that it lapses.</summary>
    public DateOnly? Paaminnet { get; }

    public Husstand Husstand { get; }

    /// <summary>What holds: as the applicant says, until a vedtak says what it finds.</summary>
    public IReadOnlyList<string> Situasjon { get; }

    public Behov Behov { get; }

    /// <summary>Kroner a month.</summary>
    public decimal? InntektPerMaaned { get; }

    /// <summary>Units that are worked with.</summary>
    public IReadOnlyList<string> Samarbeider { get; }

    /// <summary>Whether the applicant consents to that information is exchanged with them.</summary>
    public bool Samtykke { get; }

    /// <summary>Whether something that was asked for has not come.</summary>
    public bool DokumentasjonMangler { get; }

    /// <summary>Categories of dwellings that the vedtak allows.</summary>
    public IReadOnlyList<string> Kategorier { get; }

    /// <summary>The case in the service that sent it over.</summary>
    public Guid? OversendtSak { get; }
}

/// <summary>An application with all that belongs to it.</summary>
public sealed record Soeknadssak : SoeknadSvar
{
    internal Soeknadssak(Soeknad soeknad, DateOnly idag)
        : base(soeknad, idag)
    {
        (SituasjonOppgitt, Grupper) = (soeknad.SituasjonOppgitt, soeknad.Grupper);
        Dokumentasjon = [.. soeknad.Dokumentasjon.OrderBy(d => d.Slag, StringComparer.Ordinal).Select(d => new DokumentSvar(d.Slag, d.Status, d.Etterspurt, d.Mottatt, d.Godkjent))];
        Vedtak = [.. soeknad.Vedtak.OrderBy(v => v.Nr).Select(v => new VedtakSvar(v))];
    }

    /// <summary>The situation in the applicant's words.</summary>
    public IReadOnlyList<string> SituasjonOppgitt { get; }

    /// <summary>Groups that the vedtak counts the household to.</summary>
    public IReadOnlyList<string> Grupper { get; }

    public IReadOnlyList<DokumentSvar> Dokumentasjon { get; }

    /// <summary>Decisions, oldest first; the last one counts.</summary>
    public IReadOnlyList<VedtakSvar> Vedtak { get; }
}

/// <summary>Something the applicant is to show.</summary>
/// <param name="Slag">«skattemelding».</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Etterspurt">Asked for.</param>
/// <param name="Mottatt">Came.</param>
/// <param name="Godkjent">Approved.</param>
public sealed record DokumentSvar(string Slag, Dokumentstatus Status, DateOnly? Etterspurt, DateOnly? Mottatt, DateOnly? Godkjent);

/// <summary>A vedtak and the klage over it.</summary>
public sealed record VedtakSvar
{
    internal VedtakSvar(Vedtak vedtak)
    {
        (Nr, Utfall, Dato, Avslagsgrunn, Begrunnelse, Hjemmel) = (vedtak.Nr, vedtak.Utfall, vedtak.Dato, vedtak.Avslagsgrunn, vedtak.Begrunnelse, vedtak.Hjemmel);
        (Kategorier, Situasjon, Underrettet, Klagefrist, Klageinstans, BesluttetAv) =
            (vedtak.Kategorier, vedtak.Situasjon, vedtak.Underrettet, vedtak.Klagefrist, vedtak.Klageinstans, vedtak.BesluttetAv);
        if (vedtak.KlageMottatt is { } mottatt)
            Klage = new(mottatt, vedtak.KlageGrunn!, vedtak.KlageForSent, vedtak.KlageOversendt, vedtak.KlageUtfall, vedtak.KlageAvgjort);
    }

    /// <summary>1 for the first.</summary>
    public int Nr { get; }

    public Vedtaksutfall Utfall { get; }

    public DateOnly Dato { get; }

    public Avslagsgrunn? Avslagsgrunn { get; }

    public string Begrunnelse { get; }

    public string Hjemmel { get; }

    /// <summary>Categories of dwellings that it allows.</summary>
    public IReadOnlyList<string> Kategorier { get; }

    /// <summary>The situations that it finds to hold.</summary>
    public IReadOnlyList<string> Situasjon { get; }

    /// <summary>The day the notice came, or is reckoned to come.</summary>
    public DateOnly Underrettet { get; }

    /// <summary>The last day for a klage.</summary>
    public DateOnly Klagefrist { get; }

    public string Klageinstans { get; }

    /// <summary>Who made it.</summary>
    public string BesluttetAv { get; }

    public KlageSvar? Klage { get; }
}

/// <summary>A klage.</summary>
/// <param name="Mottatt">The day it came.</param>
/// <param name="Grunn">What it says.</param>
/// <param name="ForSent">It came after the deadline (forvaltningsloven § 31).</param>
/// <param name="Oversendt">Sent to the klageinstans.</param>
/// <param name="Utfall">What became of it.</param>
/// <param name="Avgjort">The day of that.</param>
public sealed record KlageSvar(DateOnly Mottatt, string Grunn, bool ForSent, DateOnly? Oversendt, Klageutfall? Utfall, DateOnly? Avgjort);
