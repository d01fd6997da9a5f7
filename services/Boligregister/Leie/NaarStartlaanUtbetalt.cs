using Boligsosial.Contracts.Finansiering;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>A tenant has bought: their notice is to be expected, and when the dwelling may be vacant. Nothing is decided by it.</summary>
internal sealed class NaarStartlaanUtbetalt(BoligregisterDb db) : Naar<StartlaanUtbetalt>
{
    public override async Task Handle(StartlaanUtbetalt hendelse, Mottatt mottatt, CancellationToken avbrutt)
    {
        var leieforhold = await db.Leieforhold.Where(l => l.Utflyttet == null && l.Leietakere.Any(t => hendelse.Laantakere.Contains(t))).ToListAsync(avbrutt);
        foreach (var l in leieforhold)
            l.VentOppsigelse(hendelse.Dato, hendelse.Overtakelse);
    }
}
