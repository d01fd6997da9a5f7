namespace Boligsosial.MidlertidigBotilbud.Plasser.Regler;

/// <summary>Why a place is not for a household.</summary>
public enum Bom
{
    ForFaaSenger,
    TarIkkeBarn,
    KreverRusfrihet,
    TarIkkeHusdyr,
    Alder,
    Tilgjengelighet,

    /// <summary>Children, and the place lacks something of the checklist that the profile demands for them, or nobody has looked.</summary>
    KvalitetForBarn,

    /// <summary>Does not satisfy § 27.</summary>
    Natthjem,

    /// <summary>Somebody else has it, or it is being made ready.</summary>
    Opptatt,
    UteAvDrift,

    /// <summary>The guest should have left and nobody has said so.</summary>
    GjestIkkeMeldtUt,
}

/// <summary>
/// Whether a place is for a household: its own conditions, and that it is forsvarlig (sosialtjenesteloven §§ 4 and 27; rundskriv R35 on quality, as Ålesund's plan 7.1.4 tells it).
/// Only what is said is held against them: an age that is not known shuts nobody out.
/// </summary>
public static class Egnethet
{
    /// <summary>What speaks against it; nothing when it suits.</summary>
    public static IEnumerable<Bom> Bommer(Plassdata plass, IEnumerable<Kvalitet> kvalitet, Behov behov, IEnumerable<Kvalitet> kvalitetForBarn)
    {
        var barn = behov.AntallBarn;
        if (plass.Senger < behov.Voksne + barn)
            yield return Bom.ForFaaSenger;
        if (barn > 0 && !plass.TarBarn)
            yield return Bom.TarIkkeBarn;
        if (plass.KreverRusfrihet && !behov.KanBoRusfritt)
            yield return Bom.KreverRusfrihet;
        if (behov.Husdyr && !plass.TarHusdyr)
            yield return Bom.TarIkkeHusdyr;
        if (behov.Alder < plass.AlderFra || behov.Alder > plass.AlderTil)
            yield return Bom.Alder;
        if (plass.Tilgjengelighet < behov.Tilgjengelighet)
            yield return Bom.Tilgjengelighet;
        if (barn > 0 && kvalitetForBarn.Except(kvalitet).Any())
            yield return Bom.KvalitetForBarn;
        if (plass.Slag == Plasslag.Natthjem)
            yield return Bom.Natthjem;
    }

    /// <summary>Near the children's school: these go before the others that suit.</summary>
    public static bool VedSkolen(Plassdata plass, Behov behov) => behov.AntallBarn > 0 && behov.Skolekrets is not null && plass.Skolekrets == behov.Skolekrets;

    /// <summary>The order of those that suit: no more beds than needed first, then what it has of the checklist, then the price.</summary>
    public static (int Senger, int Kvalitet, decimal Pris) Rang(Plassdata plass, int kvalitet) => (plass.Senger!.Value, -kvalitet, plass.Pris!.Value);
}
