using Boligsosial.Boligregister.Leie.Regler;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.AccessLog;

namespace Boligsosial.Boligregister.Leie;

/// <summary>A lease of a municipal dwelling, of one or more tenants. Renewals are contracts of the same lease.</summary>
public sealed class Leieforhold
{
    public Guid Id { get; init; }

    public Guid BoligId { get; init; }

    /// <summary>The unit whose case it is: to the others it does not exist.</summary>
    public required string Enhet { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly Fra { get; init; }

    /// <summary>The day after the last; null: tidsubestemt.</summary>
    public DateOnly? Til { get; private set; }

    /// <summary>Kroner a month, as last fixed; <see cref="Fastsettelser"/> say from when.</summary>
    public decimal Maanedsleie { get; private set; }

    /// <summary>The tenants' pseudonyms.</summary>
    public required Guid[] Leietakere { get; init; }

    /// <summary>The application that it came of.</summary>
    public Guid? SoeknadId { get; init; }

    /// <summary>Children under 18 who live there.</summary>
    public int Barn { get; init; }

    public decimal Depositum { get; init; }

    /// <summary>What is guaranteed for, kroner: as written when it was entered into, until NAV tells; then the sum of what NAV has not released.</summary>
    public decimal Garanti { get; private set; }

    /// <summary>A room with access to another's dwelling (husleieloven § 9-6).</summary>
    public bool Enkeltrom { get; init; }

    /// <summary>Keys handed over.</summary>
    public DateOnly? Innflyttet { get; private set; }

    /// <summary>Keys back: the lease is over.</summary>
    public DateOnly? Utflyttet { get; private set; }

    public Opphoersaarsak? OpphoertAarsak { get; private set; }

    /// <summary>Told in writing to move out (husleieloven § 9-2).</summary>
    public DateOnly? Flyttoppfordret { get; private set; }

    /// <summary>A tenant has bought with startlån on this day: notice is to be expected.</summary>
    public DateOnly? Boligkjoep { get; private set; }

    /// <summary>When the dwelling may then be vacant.</summary>
    public DateOnly? ForventetLedig { get; private set; }

    public List<Leiekontrakt> Kontrakter { get; } = [];

    public List<Leiefastsettelse> Fastsettelser { get; } = [];

    public List<Oppsigelse> Oppsigelser { get; } = [];

    public List<Flytteprotokoll> Protokoller { get; } = [];

    /// <summary>The row's version (xmin), given out as ETag.</summary>
    public uint Versjon { get; private init; }

    /// <summary>How the log names it.</summary>
    public string Sak => $"leieforhold/{Id}";

    /// <summary>The notice that stands, when there is one.</summary>
    public Oppsigelse? GjeldendeOppsigelse => Oppsigelser.Find(o => o.Bortfalt is null);

    /// <summary>Whether they live there, or are to: keys are not back.</summary>
    public bool Loeper => Utflyttet is null;

    /// <summary>A new one, with its first contract and rent.</summary>
    public static Leieforhold Inngaa(Leieforhold ny, Leiekontrakt kontrakt, decimal maanedsleie, decimal garanti)
    {
        (ny.Til, ny.Maanedsleie, ny.Garanti) = (kontrakt.Til, maanedsleie, garanti);
        ny.Kontrakter.Add(kontrakt);
        ny.Fastsettelser.Add(new() { Fra = ny.Fra, Maanedsleie = maanedsleie, Grunnlag = Leiegrunnlag.Avtale });
        return ny;
    }

    /// <summary>What others are told when it is entered into.</summary>
    public LeieforholdInngaatt Inngaatt() => new(Id, BoligId, SoeknadId, Fra, Til, Leietakere, Barn);

    /// <summary>Keys handed over.</summary>
    public NoekkelUtlevert FlyttInn(Flytteprotokoll protokoll)
    {
        Innflyttet = protokoll.Dato;
        Protokoller.Add(protokoll);
        return new(Id, BoligId, protokoll.Dato, Leietakere);
    }

    /// <summary>Keys back: it ends on that day, whatever was agreed.</summary>
    public LeieforholdOpphoert FlyttUt(Flytteprotokoll protokoll, Opphoersaarsak aarsak)
    {
        (Utflyttet, OpphoertAarsak) = (protokoll.Dato, aarsak);
        Til = Til is { } til && til < protokoll.Dato ? til : protokoll.Dato;
        Protokoller.Add(protokoll);
        return new(Id, BoligId, protokoll.Dato, ServiceDefaults.Json.EnumNames<Opphoersaarsak>.Of(aarsak), Leietakere);
    }

    /// <summary>Notice: it ends when the notice says, unless it was to end before.</summary>
    public void SiOpp(Oppsigelse oppsigelse)
    {
        Oppsigelser.Add(oppsigelse);
        Til = Til is { } til && til < oppsigelse.Opphoerer ? til : oppsigelse.Opphoerer;
    }

    /// <summary>The notice falls, and the lease is as it was.</summary>
    public void LaOppsigelsenFalle(Oppsigelse oppsigelse, DateOnly dato)
    {
        oppsigelse.Bortfalt = dato;
        Til = oppsigelse.TilFoer;
    }

    public void OppfordreTilAaFlytte(DateOnly dato) => Flyttoppfordret = dato;

    /// <summary>Another contract, from where the last one ends.</summary>
    public void Forny(Leiekontrakt kontrakt)
    {
        Kontrakter.Add(kontrakt);
        (Til, Flyttoppfordret) = (kontrakt.Til, null);
    }

    /// <summary>Another rent.</summary>
    public void FastsettLeie(Leiefastsettelse fastsettelse)
    {
        Fastsettelser.Add(fastsettelse);
        Maanedsleie = fastsettelse.Maanedsleie;
    }

    public void VentOppsigelse(DateOnly kjoept, DateOnly? forventetLedig) => (Boligkjoep, ForventetLedig) = (kjoept, forventetLedig);

    /// <summary>Whether it has become tidsubestemt by nobody doing anything (husleieloven § 9-2).</summary>
    public bool GaattOverTilTidsubestemt(DateOnly idag) =>
        Til is { } til && Innflyttet is not null && Loeper && Flyttoppfordret is null && GjeldendeOppsigelse is null && idag >= Leietid.TidsubestemtFra(til);

    /// <summary>What is logged when it is read: one entry for each tenant.</summary>
    internal IEnumerable<Bruk> Lest() => Bruk(Handling.Lest);

    /// <summary>What is logged when it is changed.</summary>
    internal IEnumerable<Bruk> Skrevet() => Bruk(Handling.Skrevet);

    private IEnumerable<Bruk> Bruk(Handling handling) => Leietakere.Select(l => new Bruk(handling, new PersonRef(l), "leieforhold", "saksbehandling", Sak));
}

/// <summary>Why a lease ended.</summary>
public enum Opphoersaarsak
{
    OppsigelseLeietaker,
    OppsigelseUtleier,
    Utloept,
    Hevet,
    Fravikelse,
    KjoeptBolig,
    Doedsfall,
    Bytte,
}
