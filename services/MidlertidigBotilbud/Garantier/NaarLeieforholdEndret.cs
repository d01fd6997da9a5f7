using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Garantier;

/// <summary>The municipality lets to somebody: a garanti can be for this lease. Who rents, and what, is not kept.</summary>
internal sealed class NaarLeieforholdInngaatt(MidlertidigBotilbudDb db) : Naar<LeieforholdInngaatt>
{
    public override Task Handle(LeieforholdInngaatt hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO kommunal_leie (leieforhold_id, fra) VALUES ({hendelse.LeieforholdId}, {hendelse.Fra}) ON CONFLICT (leieforhold_id) DO UPDATE SET fra = excluded.fra", avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"UPDATE kommunal_leie SET fra = NULL WHERE fra IS NOT NULL", avbrutt);
}

/// <summary>The rent was fixed.</summary>
internal sealed class NaarLeieFastsatt(MidlertidigBotilbudDb db) : Naar<LeieFastsatt>
{
    public override Task Handle(LeieFastsatt hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO kommunal_leiesum (leieforhold_id, fra, maanedsleie) VALUES ({hendelse.LeieforholdId}, {hendelse.Fra}, {hendelse.Maanedsleie})
        ON CONFLICT (leieforhold_id, fra) DO UPDATE SET maanedsleie = excluded.maanedsleie
        """,
        avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"DELETE FROM kommunal_leiesum", avbrutt);
}

/// <summary>A lease is over: no garanti can be granted for it. Its rent stays, for a klage over what was decided.</summary>
internal sealed class NaarLeieforholdOpphoert(MidlertidigBotilbudDb db) : Naar<LeieforholdOpphoert>
{
    public override Task Handle(LeieforholdOpphoert hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO kommunal_leie (leieforhold_id, opphoert) VALUES ({hendelse.LeieforholdId}, {hendelse.Dato}) ON CONFLICT (leieforhold_id) DO UPDATE SET opphoert = excluded.opphoert", avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"UPDATE kommunal_leie SET opphoert = NULL WHERE opphoert IS NOT NULL", avbrutt);
}
