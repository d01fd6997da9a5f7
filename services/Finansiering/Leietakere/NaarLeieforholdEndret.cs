using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Leietakere;

/// <summary>Somebody rents of the municipality. Which dwelling is not kept.</summary>
internal sealed class NaarLeieforholdInngaatt(FinansieringDb db) : Naar<LeieforholdInngaatt>
{
    public override Task Handle(LeieforholdInngaatt hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO kommunal_leie AS l (leieforhold_id, leietakere, fra, barn) VALUES ({hendelse.LeieforholdId}, {hendelse.Leietakere}, {hendelse.Fra}, {hendelse.Barn})
        ON CONFLICT (leieforhold_id) DO UPDATE SET leietakere = excluded.leietakere, fra = excluded.fra, barn = excluded.barn WHERE l.opphoert IS NULL
        """,
        avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"UPDATE kommunal_leie SET leietakere = NULL, fra = NULL, barn = NULL WHERE leietakere IS NOT NULL", avbrutt);
}

/// <summary>The rent was fixed.</summary>
internal sealed class NaarLeieFastsatt(FinansieringDb db) : Naar<LeieFastsatt>
{
    public override Task Handle(LeieFastsatt hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO kommunal_leiesum (leieforhold_id, fra, maanedsleie)
        SELECT {hendelse.LeieforholdId}, {hendelse.Fra}, {hendelse.Maanedsleie}
        WHERE NOT EXISTS (SELECT FROM kommunal_leie WHERE leieforhold_id = {hendelse.LeieforholdId} AND opphoert IS NOT NULL)
        ON CONFLICT (leieforhold_id, fra) DO UPDATE SET maanedsleie = excluded.maanedsleie
        """,
        avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"DELETE FROM kommunal_leiesum", avbrutt);
}

/// <summary>A lease is over: who rented, and for how much, is no longer kept; nor a proposal that nobody has begun on.</summary>
internal sealed class NaarLeieforholdOpphoert(FinansieringDb db) : Naar<LeieforholdOpphoert>
{
    public override async Task Handle(LeieforholdOpphoert hendelse, Mottatt mottatt, CancellationToken avbrutt)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO kommunal_leie (leieforhold_id, opphoert) VALUES ({hendelse.LeieforholdId}, {hendelse.Dato})
            ON CONFLICT (leieforhold_id) DO UPDATE SET opphoert = excluded.opphoert, leietakere = NULL, fra = NULL, barn = NULL
            """,
            avbrutt);
        await db.Database.ExecuteSqlAsync($"DELETE FROM kommunal_leiesum WHERE leieforhold_id = {hendelse.LeieforholdId}", avbrutt);
        await db.Database.ExecuteSqlAsync($"DELETE FROM kjoepsvurdering WHERE leieforhold_id = {hendelse.LeieforholdId} AND status = 'foreslaatt' AND soeknad_id IS NULL", avbrutt);
    }

    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"UPDATE kommunal_leie SET opphoert = NULL WHERE opphoert IS NOT NULL", avbrutt);
}
