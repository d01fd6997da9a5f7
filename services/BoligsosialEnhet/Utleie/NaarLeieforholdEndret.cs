using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.BoligsosialEnhet.Utleie;

/// <summary>A lease was entered into. Neither who rents nor which dwelling is kept.</summary>
internal sealed class NaarLeieforholdInngaatt(BoligsosialEnhetDb db) : Naar<LeieforholdInngaatt>
{
    public override Task Handle(LeieforholdInngaatt hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO utleie_leieforhold AS l (leieforhold_id, fra, til, tidspunkt)
        VALUES ({hendelse.LeieforholdId}, {hendelse.Fra}, {hendelse.Til}, {mottatt.Tidspunkt.ToUniversalTime()})
        ON CONFLICT (leieforhold_id) DO UPDATE SET fra = excluded.fra, til = excluded.til, tidspunkt = greatest(l.tidspunkt, excluded.tidspunkt)
        """,
        avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"UPDATE utleie_leieforhold SET fra = NULL, til = NULL", avbrutt);
}

/// <summary>The tenants have moved in.</summary>
internal sealed class NaarNoekkelUtlevert(BoligsosialEnhetDb db) : Naar<NoekkelUtlevert>
{
    public override Task Handle(NoekkelUtlevert hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO utleie_leieforhold AS l (leieforhold_id, innflyttet, tidspunkt)
        VALUES ({hendelse.LeieforholdId}, {hendelse.Dato}, {mottatt.Tidspunkt.ToUniversalTime()})
        ON CONFLICT (leieforhold_id) DO UPDATE SET innflyttet = excluded.innflyttet, tidspunkt = greatest(l.tidspunkt, excluded.tidspunkt)
        """,
        avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"UPDATE utleie_leieforhold SET innflyttet = NULL WHERE innflyttet IS NOT NULL", avbrutt);
}

/// <summary>A lease has ended.</summary>
internal sealed class NaarLeieforholdOpphoert(BoligsosialEnhetDb db) : Naar<LeieforholdOpphoert>
{
    public override Task Handle(LeieforholdOpphoert hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO utleie_leieforhold AS l (leieforhold_id, opphoert, aarsak, tidspunkt)
        VALUES ({hendelse.LeieforholdId}, {hendelse.Dato}, {hendelse.Aarsak}, {mottatt.Tidspunkt.ToUniversalTime()})
        ON CONFLICT (leieforhold_id) DO UPDATE SET opphoert = excluded.opphoert, aarsak = excluded.aarsak, tidspunkt = greatest(l.tidspunkt, excluded.tidspunkt)
        """,
        avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"UPDATE utleie_leieforhold SET opphoert = NULL, aarsak = NULL WHERE opphoert IS NOT NULL", avbrutt);
}

/// <summary>A lease ends on another day than was said when it was made, or no longer ends.</summary>
internal sealed class NaarLeietidEndret(BoligsosialEnhetDb db) : Naar<LeietidEndret>
{
    public override Task Handle(LeietidEndret hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO utleie_leieforhold AS l (leieforhold_id, ny_til, til_endret, tidspunkt)
        VALUES ({hendelse.LeieforholdId}, {hendelse.Til}, true, {mottatt.Tidspunkt.ToUniversalTime()})
        ON CONFLICT (leieforhold_id) DO UPDATE SET ny_til = excluded.ny_til, til_endret = true, tidspunkt = greatest(l.tidspunkt, excluded.tidspunkt)
        """,
        avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"UPDATE utleie_leieforhold SET ny_til = NULL, til_endret = false WHERE til_endret", avbrutt);
}

/// <summary>A lease is within the time in which renewal is assessed, and ends on this day unless it is renewed.</summary>
internal sealed class NaarLeieUtloeperSnart(BoligsosialEnhetDb db) : Naar<LeieUtloeperSnart>
{
    public override Task Handle(LeieUtloeperSnart hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO utleie_leieforhold AS l (leieforhold_id, utloeper, tidspunkt)
        VALUES ({hendelse.LeieforholdId}, {hendelse.Til}, {mottatt.Tidspunkt.ToUniversalTime()})
        ON CONFLICT (leieforhold_id) DO UPDATE SET utloeper = excluded.utloeper, tidspunkt = greatest(l.tidspunkt, excluded.tidspunkt)
        """,
        avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"UPDATE utleie_leieforhold SET utloeper = NULL WHERE utloeper IS NOT NULL", avbrutt);
}
