using Boligsosial.Boligregister.Leie;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>What is logged when something of a lease's rent is read or written: one entry for each tenant.</summary>
internal static class Husleielogg
{
    public static Task LesHusleie(this Tilgangslogg logg, Bruker bruker, Leieforhold leieforhold, CancellationToken avbrutt) =>
        logg.Les(bruker, Bruk(leieforhold.Leietakere, leieforhold.Id, Handling.Lest), avbrutt);

    /// <summary>Stored together with what is saved next.</summary>
    public static void SkrivHusleie(this Tilgangslogg logg, BoligregisterDb db, Bruker bruker, Leieforhold leieforhold)
    {
        foreach (var bruk in Bruk(leieforhold.Leietakere, leieforhold.Id, Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
    }

    /// <summary>A run over all leases of the unit, in which nobody is looked at.</summary>
    public static void SkrivKjoering(this Tilgangslogg logg, BoligregisterDb db, Bruker bruker, string sak) =>
        logg.Skriv(db, bruker, new(Handling.Skrevet, null, "husleie", "saksbehandling", sak));

    public static IEnumerable<Bruk> Bruk(Guid[] leietakere, Guid leieforhold, Handling handling) =>
        leietakere.Select(l => new Bruk(handling, new PersonRef(l), "husleie", "saksbehandling", $"leieforhold/{leieforhold}"));
}
