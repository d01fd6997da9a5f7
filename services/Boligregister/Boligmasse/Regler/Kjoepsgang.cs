using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Boligmasse.Regler;

/// <summary>How a planned purchase goes on: planned, decided, carried out; or dropped on the way. The municipality's own, no law.</summary>
internal static class Kjoepsgang
{
    /// <summary>Why it cannot; null when it can.</summary>
    public static Avvisning? Kontroller(Kjoepsstatus fra, Kjoepsstatus til, int? kjoept)
    {
        if ((fra, til) is not ((Kjoepsstatus.Planlagt, Kjoepsstatus.Vedtatt) or (Kjoepsstatus.Vedtatt, Kjoepsstatus.Gjennomfoert) or (Kjoepsstatus.Planlagt or Kjoepsstatus.Vedtatt, Kjoepsstatus.Utgaatt)))
            return new("ugyldig-overgang", "Et kjøp går fra planlagt til vedtatt og så til gjennomført, eller utgår før det er gjennomført.", Felt: "status");
        return til == Kjoepsstatus.Gjennomfoert && kjoept is null or 0
            ? new("kjoept-mangler", "Oppgi hvor mange som ble kjøpt.", Felt: "kjoept")
            : null;
    }
}
