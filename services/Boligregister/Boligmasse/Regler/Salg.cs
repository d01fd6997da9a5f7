using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Boligmasse.Regler;

/// <summary>
/// When a municipal dwelling may be sold, and how. Sources: Ålesund's boligsosial plan (consequences and replacement need are
/// utredet first), Stjørdal's § 5.2 (the sitting tenant buys at takst without bidding; leiegårder are not sold so). No law: the
/// municipality's own, and the second a setting.
/// </summary>
internal static class Salg
{
    /// <summary>Why there can be no vedtak; null when there can.</summary>
    public static Avvisning? KanVedtas(Salgssak sak, Salgsform form, decimal? takst, Boligmasseprofil profil)
    {
        if (sak.Status == Salgsstatus.UnderUtredning)
            return new("utredning-mangler", "Konsekvensene og behovet for erstatning må være utredet før det vedtas å selge.");
        if (sak.Status != Salgsstatus.Utredet)
            return new("ugyldig-overgang", "Det er gjort vedtak i saken, eller den er henlagt.");
        if (form != Salgsform.SittendeLeietaker)
            return null;
        if (!profil.TakstsalgTilLeietaker.Contains(sak.Eieform))
            return new("salgsform-ikke-tillatt", "Kommunen selger ikke boliger med denne eieformen til leietakeren uten budrunde.", Felt: "salgsform");
        return takst is null ? new("takst-mangler", "Leietakeren kjøper til takst: oppgi den.", Felt: "takst") : null;
    }

    /// <summary>Why the dwelling cannot be handed over; null when it can. The tenant who buys lives there until then.</summary>
    public static Avvisning? KanOverdras(Salgssak sak, decimal pris, bool utleid)
    {
        if (sak.Status != Salgsstatus.Vedtatt)
            return new("ugyldig-overgang", "Boligen kan overdras når salget er vedtatt, og bare én gang.");
        if (utleid)
            return new("leieforhold-loeper", "Noen leier boligen denne dagen. Leieforholdet må være avsluttet.");
        return sak.Salgsform == Salgsform.SittendeLeietaker && pris != sak.Takst
            ? new("pris-ulik-takst", $"Leietakeren kjøper til takst, {sak.Takst:0.##} kroner.", Felt: "pris")
            : null;
    }
}
