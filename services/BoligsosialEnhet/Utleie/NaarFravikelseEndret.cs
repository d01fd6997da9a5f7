using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.BoligsosialEnhet.Utleie;

/// <summary>NAV was warned of a fravikelse.</summary>
internal sealed class NaarFravikelseVarslet(BoligsosialEnhetDb db) : Naar<FravikelseVarslet>
{
    public override Task Handle(FravikelseVarslet hendelse, Mottatt mottatt, CancellationToken avbrutt) =>
        db.Noter(hendelse.LeieforholdId, hendelse.Varslet, "varslet", null, hendelse.BarnIBoligen, mottatt, avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Glem("varslet", avbrutt);
}

/// <summary>A fravikelse was carried out.</summary>
internal sealed class NaarFravikelseGjennomfoert(BoligsosialEnhetDb db) : Naar<FravikelseGjennomfoert>
{
    public override Task Handle(FravikelseGjennomfoert hendelse, Mottatt mottatt, CancellationToken avbrutt) =>
        db.Noter(hendelse.LeieforholdId, hendelse.Dato, "gjennomfoert", null, hendelse.BarnIBoligen, mottatt, avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Glem("gjennomfoert", avbrutt);
}

/// <summary>A fravikelse that had been warned of will not happen.</summary>
internal sealed class NaarFravikelseAvverget(BoligsosialEnhetDb db) : Naar<FravikelseAvverget>
{
    public override Task Handle(FravikelseAvverget hendelse, Mottatt mottatt, CancellationToken avbrutt) =>
        db.Noter(hendelse.LeieforholdId, hendelse.Dato, "avverget", hendelse.Aarsak, null, mottatt, avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Glem("avverget", avbrutt);
}

/// <summary>What has happened of fravikelser, each on its day.</summary>
internal static class Fravikelser
{
    public static Task Noter(
        this BoligsosialEnhetDb db, Guid leieforhold, DateOnly dag, string skjedd, string? aarsak, bool? barn, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO utleie_fravikelse (leieforhold_id, dag, skjedd, aarsak, barn, tidspunkt)
        VALUES ({leieforhold}, {dag}, {skjedd}, {aarsak}, {barn}, {mottatt.Tidspunkt.ToUniversalTime()})
        ON CONFLICT (leieforhold_id, dag, skjedd) DO UPDATE SET aarsak = excluded.aarsak, barn = excluded.barn, tidspunkt = excluded.tidspunkt
        """,
        avbrutt);

    public static Task Glem(this BoligsosialEnhetDb db, string skjedd, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"DELETE FROM utleie_fravikelse WHERE skjedd = {skjedd}", avbrutt);
}
