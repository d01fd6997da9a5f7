using Boligsosial.Contracts.MidlertidigBotilbud;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>
/// NAV guarantees for a lease. What NAV has granted stands, also where it is more than the contract can use of it together
/// with the depositum (husleieloven § 3-6): who reads the lease sees both.
/// </summary>
internal sealed class NaarGarantiInnvilget(BoligregisterDb db) : Naar<GarantiInnvilget>
{
    public override async Task Handle(GarantiInnvilget hendelse, Mottatt mottatt, CancellationToken avbrutt)
    {
        if (await db.Leieforhold.SingleOrDefaultAsync(l => l.Id == hendelse.LeieforholdId, avbrutt) is { } leieforhold)
            leieforhold.Garanter(hendelse.Beloep);
    }
}
