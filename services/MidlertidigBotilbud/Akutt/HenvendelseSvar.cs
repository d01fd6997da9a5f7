using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt.Regler;
using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.ServiceDefaults;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>A henvendelse as the API shows it.</summary>
public sealed record HenvendelseSvar
{
    internal HenvendelseSvar(Henvendelse h, DateOnly idag)
    {
        (Id, Enhet, HusstandId, Personer, Kanal, Bakgrunn, Mottatt, BehovFra, Behov) = (h.Id, h.Enhet, h.HusstandId, h.Personer, h.Kanal, h.Bakgrunn, h.Mottatt, h.BehovFra, h.Behov);
        (PapirerMangler, AnnenKommune, Notat, Status) = (h.PapirerMangler, h.AnnenKommune, h.Notat, h.Status);
        (Frist, ITide) = (h.Frist, Sammedagsfrist.ITide(h.Frist, h.FoerstAvgjort?.Dag(), idag));
        Vedtak = [.. h.Vedtak.OrderBy(v => v.Nr).Select(v => new VedtakSvar(
            v.Nr, v.Utfall, v.Tidspunkt, v.Avslagsgrunn, v.Begrunnelse, v.BarnetsBeste, v.Hjemmel, v.Klagefrist, v.Klageinstans, v.BesluttetAv,
            KlageSvar.Av(v)))];
        AlderUkjent = Merking.AlderUkjent(h.Behov);
        Merker = [.. h.Merker.OrderBy(m => m.Merke).Select(m => new MerkeSvar(m.Merke, m.Siden, m.Bort, m.Grunn, m.Av))];
        Rettinger = [.. h.Rettinger.OrderBy(r => r.Nr).Select(r => new RettingSvar(r.Tidspunkt, r.Av, r.Grunn, r.Foer))];
        Avvik = [.. h.Avvik.OrderBy(a => a.Dag).Select(a => new AvvikSvar(a.Dag, a.Forsoek, a.Gjort, a.RegistrertAv))];
    }

    /// <summary>Its id.</summary>
    public Guid Id { get; }

    /// <summary>The unit whose case it is.</summary>
    public string Enhet { get; }

    /// <summary>The household: the same for all that share a person.</summary>
    public Guid HusstandId { get; }

    /// <summary>Who it is about (personRef); empty when nobody knows yet.</summary>
    public Guid[] Personer { get; }

    public Kanal Kanal { get; }

    public Bakgrunn Bakgrunn { get; }

    public DateTimeOffset Mottatt { get; }

    /// <summary>The first night.</summary>
    public DateOnly BehovFra { get; }

    /// <summary>Who need a bed, and what it must be.</summary>
    public Behov Behov { get; }

    /// <summary>Nobody has told how old the youngest adult is: whether it is youth, is not known.</summary>
    public bool AlderUkjent { get; }

    /// <summary>Children or youth: for these the three months are strictest. One that a correction took away stays, with the reason.</summary>
    public IReadOnlyList<MerkeSvar> Merker { get; }

    /// <summary>What was corrected, oldest first.</summary>
    public IReadOnlyList<RettingSvar> Rettinger { get; }

    /// <summary>Noted; stops nothing.</summary>
    public bool PapirerMangler { get; }

    /// <summary>Noted; stops nothing.</summary>
    public string? AnnenKommune { get; }

    public string? Notat { get; }

    public Henvendelsesstatus Status { get; }

    /// <summary>The last day on which a vedtak is in time: the same day, unless the need was known ahead.</summary>
    public DateOnly Frist { get; }

    /// <summary>Whether the first vedtak came in time; null while there is none and it is not late.</summary>
    public bool? ITide { get; }

    /// <summary>The vedtak, in their order.</summary>
    public IReadOnlyList<VedtakSvar> Vedtak { get; }

    /// <summary>Days on which no place was found.</summary>
    public IReadOnlyList<AvvikSvar> Avvik { get; }
}

/// <summary>A vedtak.</summary>
/// <param name="Nr">1 for the first.</param>
/// <param name="Utfall">What it says.</param>
/// <param name="Tidspunkt">When it was made.</param>
/// <param name="Avslagsgrunn">Why not.</param>
/// <param name="Begrunnelse">The rules, the facts and what weighed most.</param>
/// <param name="BarnetsBeste">How regard was had to what is best for the children.</param>
/// <param name="Hjemmel">The law.</param>
/// <param name="Klagefrist">The last day for a klage.</param>
/// <param name="Klageinstans">Who decides a klage.</param>
/// <param name="BesluttetAv">Who made it.</param>
/// <param name="Klage">The klage over it.</param>
public sealed record VedtakSvar(
    int Nr, Vedtaksutfall Utfall, DateTimeOffset Tidspunkt, Avslagsgrunn? Avslagsgrunn, string Begrunnelse, string? BarnetsBeste, string Hjemmel, DateOnly Klagefrist,
    string Klageinstans, string BesluttetAv, KlageSvar? Klage);

/// <summary>A klage.</summary>
/// <param name="Mottatt">The day it came.</param>
/// <param name="Grunn">What it says.</param>
/// <param name="ForSent">It came after the deadline (forvaltningsloven § 31).</param>
/// <param name="Oversendt">The day it was sent to statsforvalteren.</param>
/// <param name="Utfall">What became of it.</param>
/// <param name="Avgjort">The day of that.</param>
public sealed record KlageSvar(DateOnly Mottatt, string Grunn, bool ForSent, DateOnly? Oversendt, Klageutfall? Utfall, DateOnly? Avgjort)
{
    /// <summary>The one over a vedtak; null when there is none.</summary>
    internal static KlageSvar? Av(KlagbartVedtak v) =>
        v.KlageMottatt is { } mottatt ? new(mottatt, v.KlageGrunn!, v.KlageForSent, v.KlageOversendt, v.KlageUtfall, v.KlageAvgjort) : null;
}

/// <summary>No place was found.</summary>
/// <param name="Dag">On this day.</param>
/// <param name="Forsoek">What was tried.</param>
/// <param name="Gjort">What was done instead.</param>
/// <param name="RegistrertAv">By whom it was written down.</param>
public sealed record AvvikSvar(DateOnly Dag, IReadOnlyList<Forsoek> Forsoek, string Gjort, string RegistrertAv);
