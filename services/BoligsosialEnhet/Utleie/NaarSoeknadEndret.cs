using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.BoligsosialEnhet.Utleie;

/// <summary>An application has come. Who applies is not kept.</summary>
internal sealed class NaarSoeknadMottatt(BoligsosialEnhetDb db) : Naar<SoeknadMottatt>
{
    public override Task Handle(SoeknadMottatt hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO utleie_soeknad AS s (soeknad_id, type, situasjon, mottatt, tidspunkt)
        VALUES ({hendelse.SoeknadId}, {hendelse.Type}, {hendelse.Situasjon}, {hendelse.Mottatt}, {mottatt.Tidspunkt.ToUniversalTime()})
        ON CONFLICT (soeknad_id) DO UPDATE SET type = excluded.type, situasjon = excluded.situasjon, mottatt = excluded.mottatt, tidspunkt = greatest(s.tidspunkt, excluded.tidspunkt)
        """,
        avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"UPDATE utleie_soeknad SET type = NULL, situasjon = NULL, mottatt = NULL", avbrutt);
}

/// <summary>A vedtak was made. A klage may turn it: the last of each outcome counts.</summary>
internal sealed class NaarSoeknadAvgjort(BoligsosialEnhetDb db) : Naar<SoeknadAvgjort>
{
    public override Task Handle(SoeknadAvgjort hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO utleie_soeknad AS s (soeknad_id, innvilget, avslag, tidspunkt)
        SELECT {hendelse.SoeknadId}, CASE WHEN utfall = 'innvilget' THEN dato END, CASE WHEN utfall = 'avslag' THEN dato END, {mottatt.Tidspunkt.ToUniversalTime()}
        FROM (VALUES ({hendelse.Utfall}, {hendelse.Dato})) AS vedtak (utfall, dato)
        ON CONFLICT (soeknad_id) DO UPDATE SET
            innvilget = coalesce(excluded.innvilget, s.innvilget), avslag = coalesce(excluded.avslag, s.avslag), tidspunkt = greatest(s.tidspunkt, excluded.tidspunkt)
        """,
        avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"UPDATE utleie_soeknad SET innvilget = NULL, avslag = NULL WHERE innvilget IS NOT NULL OR avslag IS NOT NULL", avbrutt);
}

/// <summary>An application has ended.</summary>
internal sealed class NaarSoeknadAvsluttet(BoligsosialEnhetDb db) : Naar<SoeknadAvsluttet>
{
    public override Task Handle(SoeknadAvsluttet hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO utleie_soeknad AS s (soeknad_id, avsluttet, aarsak, tidspunkt)
        VALUES ({hendelse.SoeknadId}, {hendelse.Dato}, {hendelse.Aarsak}, {mottatt.Tidspunkt.ToUniversalTime()})
        ON CONFLICT (soeknad_id) DO UPDATE SET avsluttet = excluded.avsluttet, aarsak = excluded.aarsak, tidspunkt = greatest(s.tidspunkt, excluded.tidspunkt)
        """,
        avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"UPDATE utleie_soeknad SET avsluttet = NULL, aarsak = NULL WHERE avsluttet IS NOT NULL", avbrutt);
}

/// <summary>Somebody has got a dwelling, and said yes. Which dwelling is not kept.</summary>
internal sealed class NaarBoligTildelt(BoligsosialEnhetDb db) : Naar<BoligTildelt>
{
    public override Task Handle(BoligTildelt hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO utleie_soeknad AS s (soeknad_id, tildelt, ventedager, tidspunkt)
        VALUES ({hendelse.SoeknadId}, {hendelse.Dato}, {hendelse.Ventedager}, {mottatt.Tidspunkt.ToUniversalTime()})
        ON CONFLICT (soeknad_id) DO UPDATE SET tildelt = excluded.tildelt, ventedager = excluded.ventedager, tidspunkt = greatest(s.tidspunkt, excluded.tidspunkt)
        """,
        avbrutt);

    public override Task Toem(CancellationToken avbrutt) => db.Database.ExecuteSqlAsync($"UPDATE utleie_soeknad SET tildelt = NULL, ventedager = NULL WHERE tildelt IS NOT NULL", avbrutt);
}
