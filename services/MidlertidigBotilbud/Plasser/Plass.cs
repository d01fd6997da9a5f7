using System.ComponentModel.DataAnnotations;
using Boligsosial.ServiceDefaults.Persistence;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>What kind of place.</summary>
public enum Plasslag
{
    Hybel,
    Leilighet,
    Hospits,
    Hotell,
    Campingplass,

    /// <summary>A bed for the night and nothing else: does not satisfy § 27 (Husbankens årsrapport 2025), and is counted apart.</summary>
    Natthjem,
}

/// <summary>The checklist of the quality of a place (rundskriv R35 to sosialtjenesteloven § 27, as Ålesund's plan 7.1.4 tells it).</summary>
public enum Kvalitet
{
    BadOgWc,
    Matlaging,
    Klesvask,
    Privatliv,

    /// <summary>Visitors are allowed.</summary>
    Besoek,
}

/// <summary>A place as it is registered.</summary>
/// <param name="TilbyderId">Who has it.</param>
/// <param name="Navn">«Hybel 3»; the provider has no other of that name.</param>
/// <param name="Slag">What kind.</param>
/// <param name="Senger">How many can sleep there.</param>
/// <param name="Tilgjengelighet">«ordinaer» when left out.</param>
/// <param name="KreverRusfrihet">A condition of staying.</param>
/// <param name="TarBarn">Children may stay.</param>
/// <param name="TarHusdyr">An animal may stay.</param>
/// <param name="AlderFra">The youngest adult is at least so old.</param>
/// <param name="AlderTil">And at most so old.</param>
/// <param name="Skolekrets">Which school is near.</param>
/// <param name="Pris">Kroner a night.</param>
/// <param name="KlargjoeringDager">Days to make it ready after somebody; 0: the next comes the day they leave.</param>
/// <param name="Avviklet">Not offered from this day.</param>
/// <param name="Fra">Offered from this day; when left out, as far back as anybody asks: give it where the capacity of earlier periods shall be right.</param>
public sealed record Plassdata(
    [property: Required] Guid? TilbyderId, [property: Required, StringLength(100, MinimumLength = 1)] string? Navn, [property: Required] Plasslag? Slag,
    [property: Required, Range(1, 20)] int? Senger, Tilgjengelighet? Tilgjengelighet, bool KreverRusfrihet, bool TarBarn, bool TarHusdyr, [property: Range(0, 120)] int? AlderFra,
    [property: Range(0, 120)] int? AlderTil, [property: StringLength(100)] string? Skolekrets, [property: Required, Range(typeof(decimal), "0", "100000")] decimal? Pris,
    [property: Range(0, Plassdata.LengsteKlargjoering)] int KlargjoeringDager, DateOnly? Avviklet, DateOnly? Fra = null)
{
    /// <summary>Days to make a place ready, at most.</summary>
    public const int LengsteKlargjoering = 30;

    /// <summary>What <see cref="Regler.Egnethet.Bommer"/> goes by: places alike in it suit the same households.</summary>
    internal Plassdata Egenskaper => this with { TilbyderId = null, Navn = null, Skolekrets = null, Pris = null, KlargjoeringDager = 0, Avviklet = null, Fra = null };

    /// <summary>All nights from arrival to departure.</summary>
    public bool Tilbys(DateOnly ankomst, DateOnly avreise) => !(Fra > ankomst) && !(Avviklet < avreise);
}

/// <summary>A place: a hybel, a room, a flat. One household at a time.</summary>
public sealed class Plass
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Enhet { get; init; }

    public required Plassdata Data { get; set; }

    /// <summary>When it was last looked at.</summary>
    public DateOnly? KvalitetDato { get; set; }

    /// <summary>What it had of the checklist then.</summary>
    public string[] KvalitetOppfylt { get; set; } = [];

    /// <summary>The row's version (xmin), given out as ETag.</summary>
    public uint Versjon { get; private init; }

    public IEnumerable<Kvalitet> Oppfylt => KvalitetOppfylt.Select(EnumText<Kvalitet>.Parse);
}

/// <summary>What a place is taken by: a stay with the days to make it ready, or that it is out of service.</summary>
public sealed class Plassbelegg
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid PlassId { get; init; }

    /// <summary>Null: out of service.</summary>
    public Guid? OppholdId { get; init; }

    public required DateOnly Fra { get; init; }

    /// <summary>The day of departure: not a night.</summary>
    public required DateOnly Til { get; set; }

    /// <summary>The first day for the next.</summary>
    public required DateOnly Klar { get; set; }

    /// <summary>Kroner a night, as it was when it was booked.</summary>
    public required decimal Pris { get; init; }

    /// <summary>Why it is out of service.</summary>
    public string? Aarsak { get; init; }
}

/// <summary>A place as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Plass">As registered.</param>
/// <param name="KvalitetDato">When it was last looked at.</param>
/// <param name="Kvalitet">What it had of the checklist then.</param>
public sealed record PlassSvar(Guid Id, Plassdata Plass, DateOnly? KvalitetDato, IReadOnlyList<string> Kvalitet)
{
    internal static PlassSvar Av(Plass plass) => new(plass.Id, plass.Data, plass.KvalitetDato, plass.KvalitetOppfylt);
}
