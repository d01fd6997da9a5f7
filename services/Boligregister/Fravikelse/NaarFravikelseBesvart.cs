using Boligsosial.Contracts.MidlertidigBotilbud;
using Boligsosial.ServiceDefaults.Messaging;

namespace Boligsosial.Boligregister.Fravikelse;

/// <summary>NAV has answered a varsel: the answer stands in the case, and one without a solution ends NAV's two weeks.</summary>
internal sealed class NaarFravikelseBesvart(BoligregisterDb db, Kommuneprofil profil) : Naar<FravikelseBesvart>
{
    public override async Task Handle(FravikelseBesvart hendelse, Mottatt mottatt, CancellationToken avbrutt)
    {
        if (await db.LaasSak(s => s.LeieforholdId == hendelse.LeieforholdId && s.Avsluttet == null && s.NavVarslet != null, avbrutt) is { } sak)
            sak.NavSvarte(hendelse.Utfall, hendelse.Dato, mottatt.Utgiver, profil.Husleie);
    }
}
