using Boligsosial.Boligregister.Husleie;
using Boligsosial.Contracts.MidlertidigBotilbud;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Fravikelse;

/// <summary>
/// NAV has decided to pay what is owed. Until the money comes the ladder stands still, for the profile's days; where it covers
/// all that is past due, the case ends at once.
/// </summary>
internal sealed class NaarHusleierestanseDekket(BoligregisterDb db, Kommuneprofil profil) : Naar<HusleierestanseDekket>
{
    public override async Task Handle(HusleierestanseDekket hendelse, Mottatt mottatt, CancellationToken avbrutt)
    {
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO husleiedekning (vedtak_id, leieforhold_id, beloep, dato) VALUES ({hendelse.VedtakId}, {hendelse.LeieforholdId}, {hendelse.Beloep}, {hendelse.Dato}) ON CONFLICT DO NOTHING", avbrutt);
        if (await db.LaasSak(s => s.LeieforholdId == hendelse.LeieforholdId && s.Avsluttet == null, avbrutt) is not { } sak)
            return;

        var restanse = (await db.Aapne([sak.LeieforholdId], hendelse.Dato, avbrutt))[sak.LeieforholdId].Sum(a => a.Ubetalt);
        if (restanse > hendelse.Beloep)
            return;
        var leieforhold = await db.Leieforhold.AsNoTracking().SingleAsync(l => l.Id == sak.LeieforholdId, avbrutt);
        var dato = hendelse.Dato > sak.SisteDato ? hendelse.Dato : sak.SisteDato;
        AvvergFravikelse.Avverg(db, sak, leieforhold, "restanse-dekket", dato, mottatt.Utgiver, null, profil);
    }
}
