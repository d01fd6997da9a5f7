using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Tildeling;

/// <summary>Offers that nobody answered in time lapse: the dwelling is vacant again, the applicant keeps the place.</summary>
internal sealed class Tilbudsvakt : Doegnvakt.Oppgave
{
    private const int OmGangen = 500;

    public override async Task Utfoer(BoligregisterDb db, DateOnly idag, CancellationToken avbrutt)
    {
        var utloepte = await db.Set<Tilbud>()
            .FromSql($"SELECT *, xmin FROM tilbud WHERE status = 'sendt' AND svarfrist < {idag} ORDER BY id LIMIT {OmGangen} FOR UPDATE SKIP LOCKED").ToListAsync(avbrutt);
        foreach (var tilbud in utloepte)
            await db.Frigi(tilbud, Tilbudsstatus.Bortfalt, tilbud.Svarfrist.AddDays(1), null, avbrutt);
    }
}
