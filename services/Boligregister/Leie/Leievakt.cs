using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>What a new day brings to leases: those that will soon end are told of, and those that have become tidsubestemt by law are written so.</summary>
internal sealed class Leievakt(Kommuneprofil profil) : Doegnvakt.Oppgave
{
    public override async Task Utfoer(BoligregisterDb db, DateOnly idag, CancellationToken avbrutt)
    {
        // Husleieloven § 9-2 third paragraph; a dwelling that is promised to others by now is for a person to sort out.
        var tidsubestemte = await db.Database.SqlQuery<Overgang>(
            $"""
            WITH over AS (
                UPDATE leieforhold l SET til = NULL
                WHERE til IS NOT NULL AND utflyttet IS NULL AND innflyttet IS NOT NULL AND flyttoppfordret IS NULL AND til + interval '3 months' + interval '1 day' <= {idag}
                  AND NOT EXISTS (SELECT FROM oppsigelse o WHERE o.leieforhold_id = l.id AND bortfalt IS NULL)
                  AND NOT EXISTS (SELECT FROM leieforhold n WHERE n.bolig_id = l.bolig_id AND n.fra >= l.til AND n.id <> l.id)
                RETURNING id, bolig_id, (SELECT max(k.til) FROM leiekontrakt k WHERE k.leieforhold_id = l.id) AS fra),
            kontrakt AS (
                INSERT INTO leiekontrakt (leieforhold_id, fra, til, inngaatt, besluttet_av, grunn)
                SELECT id, fra, NULL, {idag}, '', 'Gått over til å være tidsubestemt: husleieloven § 9-2 tredje ledd' FROM over)
            SELECT id AS "Id", bolig_id AS "BoligId" FROM over
            """).ToListAsync(avbrutt);
        await db.Publish(tidsubestemte.Select(o => new LeietidEndret(o.Id, o.BoligId, Til: null)), avbrutt);

        var innen = idag.AddMonths(profil.Leie.FornyelseMaanederFoer);
        var snart = await db.Database.SqlQuery<Utloep>(
            $"""
            UPDATE leieforhold SET utloep_fortalt = til
            WHERE til <= {innen} AND til > {idag} AND utflyttet IS NULL AND utloep_fortalt IS DISTINCT FROM til
            RETURNING id AS "Id", bolig_id AS "BoligId", til AS "Til", leietakere AS "Leietakere"
            """).ToListAsync(avbrutt);
        await db.Publish(snart.Select(u => new LeieUtloeperSnart(u.Id, u.BoligId, u.Til, u.Leietakere)), avbrutt);
    }

    private sealed record Overgang(Guid Id, Guid BoligId);

    private sealed record Utloep(Guid Id, Guid BoligId, DateOnly Til, Guid[] Leietakere);
}
