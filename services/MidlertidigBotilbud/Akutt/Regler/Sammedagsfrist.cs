namespace Boligsosial.MidlertidigBotilbud.Akutt.Regler;

/// <summary>
/// Who has no place to sleep the coming night is assessed the same day (rundskriv R35 to sosialtjenesteloven § 27, as Ålesund's plan 7.1.4 and nav.no tell it; the circular's
/// own text is not found). A need that is known ahead is assessed before it is there.
/// </summary>
public static class Sammedagsfrist
{
    /// <summary>The last day on which a vedtak is in time.</summary>
    public static DateOnly Frist(DateOnly mottatt, DateOnly behovFra) => behovFra > mottatt ? behovFra : mottatt;

    /// <summary>Whether a vedtak came in time; null while there is none and it is not late.</summary>
    public static bool? ITide(DateOnly frist, DateOnly? avgjort, DateOnly idag) => (avgjort, idag > frist) switch
    {
        ({ } dag, _) => dag <= frist,
        (null, true) => false,
        _ => null,
    };
}
