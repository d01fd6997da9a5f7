using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Varig;

/// <summary>An application that we sent over has come, and has an id. Others are not ours.</summary>
internal sealed class NaarSoeknadMottatt(MidlertidigBotilbudDb db) : Naar<SoeknadMottatt>
{
    public override Task Handle(SoeknadMottatt hendelse, Mottatt mottatt, CancellationToken avbrutt) => hendelse.OversendtSak is not { } sak
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync(
            $"UPDATE boligplan SET soeknad_id = {hendelse.SoeknadId}, soeknad_status = 'mottatt', soeknad_dato = {hendelse.Mottatt} WHERE henvendelse_id = {sak}", avbrutt);
}

/// <summary>A vedtak was made on it.</summary>
internal sealed class NaarSoeknadAvgjort(MidlertidigBotilbudDb db) : Naar<SoeknadAvgjort>
{
    public override Task Handle(SoeknadAvgjort hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Staar(hendelse.SoeknadId, hendelse.Utfall, hendelse.Dato, avbrutt);
}

/// <summary>It is to be decided anew.</summary>
internal sealed class NaarSoeknadGjenaapnet(MidlertidigBotilbudDb db) : Naar<SoeknadGjenaapnet>
{
    public override Task Handle(SoeknadGjenaapnet hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Staar(hendelse.SoeknadId, "mottatt", hendelse.Dato, avbrutt);
}

/// <summary>They have got a dwelling, and said yes.</summary>
internal sealed class NaarBoligTildelt(MidlertidigBotilbudDb db) : Naar<BoligTildelt>
{
    public override Task Handle(BoligTildelt hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Staar(hendelse.SoeknadId, "tildelt", hendelse.Dato, avbrutt);
}

/// <summary>It has ended.</summary>
internal sealed class NaarSoeknadAvsluttet(MidlertidigBotilbudDb db) : Naar<SoeknadAvsluttet>
{
    public override Task Handle(SoeknadAvsluttet hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Staar(hendelse.SoeknadId, hendelse.Aarsak, hendelse.Dato, avbrutt);
}

/// <summary>What these have in common: boligregister tells of all applications, in order for each; here those that we sent over are followed.</summary>
internal static class Soeknadsstatus
{
    public static Task Staar(this MidlertidigBotilbudDb db, Guid soeknad, string status, DateOnly dato, CancellationToken avbrutt) =>
        db.Database.ExecuteSqlAsync($"UPDATE boligplan SET soeknad_status = {status}, soeknad_dato = {dato} WHERE soeknad_id = {soeknad}", avbrutt);
}
