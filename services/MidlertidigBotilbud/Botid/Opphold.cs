using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Botid.Regler;
using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Json;

namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>Where a stay stands. Nothing but a person ends one: past its agreed departure it runs on until somebody has said that they left.</summary>
public enum Oppholdsstatus
{
    Loeper,
    Avsluttet,

    /// <summary>They never came: no night is counted.</summary>
    Uteblitt,
}

/// <summary>Why a stay ended.</summary>
public enum Sluttaarsak
{
    KommunalBolig,
    PrivatBolig,
    KjoeptBolig,
    Institusjon,
    SluttetSelv,
    FlyttetTilAndre,
    Bortvist,
    Annet,
}

/// <summary>A household's stay, through all the rooms it is moved to: <c>[ankomst, avreise)</c>, the day of departure is not a night.</summary>
public sealed class Opphold
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The unit whose case it is: to the others it does not exist.</summary>
    public required string Enhet { get; init; }

    public required Guid HenvendelseId { get; init; }

    public required Guid HusstandId { get; init; }

    public required Guid[] Personer { get; init; }

    public required DateOnly Fra { get; init; }

    /// <summary>Agreed departure while it runs; the real one when it has ended.</summary>
    public required DateOnly Til { get; set; }

    public Oppholdsstatus Status { get; private set; }

    /// <summary>Does not satisfy § 27.</summary>
    public required bool Natthjem { get; init; }

    public required string BestiltAv { get; init; }

    /// <summary>Why a place that does not suit in all.</summary>
    public string? Begrunnelse { get; init; }

    public Sluttaarsak? SluttAarsak { get; private set; }

    /// <summary>The day the keys to a dwelling were handed over to one of them: the stay could end. A person says whether it did.</summary>
    public DateOnly? ForeslaattSlutt { get; private init; }

    /// <summary>The rooms, in their order.</summary>
    public List<Plassbelegg> Belegg { get; } = [];

    /// <summary>How often it has been changed: that they moved is in its rooms, and is a change of the stay.</summary>
    public int Endringer { get; set; }

    /// <summary>The row's version (xmin), given out as ETag.</summary>
    public uint Versjon { get; private init; }

    /// <summary>The room they are in last.</summary>
    public Plassbelegg SisteRom => Belegg.MaxBy(b => b.Fra)!;

    internal IEnumerable<Bruk> Bruk(Handling handling = Handling.Lest) =>
        Personer.Select(p => new Bruk(handling, new PersonRef(p), "midlertidig-botilbud", "saksbehandling", $"opphold/{Id}"));

    public Avvisning? MaaLoepe() => Status == Oppholdsstatus.Loeper ? null : new("opphold-ikke-loeper", $"Oppholdet er {EnumNames<Oppholdsstatus>.Of(Status)}; da kan ikke dette gjøres.", Felt: "status");

    /// <summary>They left.</summary>
    public void Avslutt(DateOnly dato, Sluttaarsak aarsak) => (Til, Status, SluttAarsak) = (dato, Oppholdsstatus.Avsluttet, aarsak);

    /// <summary>They never came.</summary>
    public void Utebli() => (Til, Status) = (Fra, Oppholdsstatus.Uteblitt);
}

/// <summary>A stay as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="HenvendelseId">What it came of.</param>
/// <param name="HusstandId">Whose.</param>
/// <param name="Personer">Who (personRef).</param>
/// <param name="Fra">Day of arrival.</param>
/// <param name="Til">Day of departure: agreed while it runs.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="OverTiden">It runs, and the agreed departure has passed.</param>
/// <param name="Natthjem">Does not satisfy § 27.</param>
/// <param name="Begrunnelse">Why a place that does not suit in all.</param>
/// <param name="SluttAarsak">Why it ended.</param>
/// <param name="ForeslaattSlutt">The day the keys to a dwelling were handed over: end it, when they have moved.</param>
/// <param name="Rom">The rooms, in their order.</param>
/// <param name="Varsler">What stops nothing, and somebody is to see: «over-tre-maaneder».</param>
public sealed record OppholdSvar(
    Guid Id, Guid HenvendelseId, Guid HusstandId, IReadOnlyList<Guid> Personer, DateOnly Fra, DateOnly Til, Oppholdsstatus Status, bool OverTiden, bool Natthjem, string? Begrunnelse,
    Sluttaarsak? SluttAarsak, DateOnly? ForeslaattSlutt, IReadOnlyList<Rom> Rom, IReadOnlyList<Botidsvarsel> Varsler)
{
    /// <summary>Where what went before the stay is not asked for, it is warned of by its own length.</summary>
    internal static OppholdSvar Av(Opphold o, DateOnly idag) => Av(o, idag, o.Status == Oppholdsstatus.Loeper && !o.Natthjem ? Botidstrapp.Varsel(o.Fra, o.Til) : null);

    internal static OppholdSvar Av(Opphold o, DateOnly idag, Botidsvarsel? varsel) => new(
        o.Id, o.HenvendelseId, o.HusstandId, o.Personer, o.Fra, o.Til, o.Status, o.Status == Oppholdsstatus.Loeper && o.Til < idag, o.Natthjem, o.Begrunnelse, o.SluttAarsak, o.ForeslaattSlutt,
        [.. o.Belegg.OrderBy(b => b.Fra).Select(b => new Rom(b.PlassId, b.Fra, b.Til, b.Pris))], varsel is null ? [] : [varsel]);
}

/// <summary>Some nights in a place.</summary>
/// <param name="PlassId">Which.</param>
/// <param name="Fra">First night.</param>
/// <param name="Til">The day they left it.</param>
/// <param name="Pris">Kroner a night.</param>
public sealed record Rom(Guid PlassId, DateOnly Fra, DateOnly Til, decimal Pris);
