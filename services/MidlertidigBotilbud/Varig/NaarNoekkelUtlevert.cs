using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Varig;

/// <summary>Somebody with a stay has got the keys to a dwelling: it is proposed that the stay ends. A person says whether it did.</summary>
internal sealed class NaarNoekkelUtlevert(MidlertidigBotilbudDb db) : Naar<NoekkelUtlevert>
{
    public override Task Handle(NoekkelUtlevert hendelse, Mottatt mottatt, CancellationToken avbrutt) =>
        db.Database.ExecuteSqlAsync($"UPDATE opphold SET foreslaatt_slutt = {hendelse.Dato} WHERE status = 'loeper' AND personer && {hendelse.Leietakere}", avbrutt);
}
