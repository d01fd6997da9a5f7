using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Kjoepsvurderinger;

/// <summary>
/// A lease is about to end: whether the tenants could buy is proposed, once for each end, unless it is being looked at or the lease is over. Nothing is reckoned
/// before they have consented.
/// </summary>
internal sealed class NaarLeieUtloeperSnart(FinansieringDb db, Kommuneprofil profil) : Naar<LeieUtloeperSnart>
{
    public override Task Handle(LeieUtloeperSnart hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO kjoepsvurdering (id, enhet, leieforhold_id, leietakere, utloeper, opprettet, status)
        SELECT {Guid.CreateVersion7()}, {profil.Startlaan.Enhet}, {hendelse.LeieforholdId}, {hendelse.Leietakere}, {hendelse.Til}, {mottatt.Tidspunkt.Dag()}, 'foreslaatt'
        WHERE NOT EXISTS (SELECT FROM kommunal_leie WHERE leieforhold_id = {hendelse.LeieforholdId} AND opphoert IS NOT NULL)
        ON CONFLICT DO NOTHING
        """,
        avbrutt);

    /// <summary>What people have begun on stands.</summary>
    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"DELETE FROM kjoepsvurdering WHERE status = 'foreslaatt' AND utloeper IS NOT NULL AND soeknad_id IS NULL", avbrutt);
}
