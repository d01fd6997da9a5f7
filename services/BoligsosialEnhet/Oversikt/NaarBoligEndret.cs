using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.BoligsosialEnhet.Oversikt;

/// <summary>
/// Moves a dwelling from the cell of the overview that it was in to the one that it is in, on the day that it happened. The
/// overview is the one that boligsosialloven § 5 demands (LOV-2022-12-20-121, in force from 1 July 2023).
/// </summary>
internal sealed class NaarBoligEndret(BoligsosialEnhetDb db) : Naar<BoligEndret>
{
    public override Task Handle(BoligEndret hendelse, Mottatt mottatt, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        WITH naa (omraade, kategori, status, soverom, tilgjengelighet) AS (
            VALUES ({hendelse.Omraade}, {hendelse.Kategori}, {hendelse.Status}, {hendelse.Soverom}, {hendelse.Tilgjengelighet})
        ), foer AS (
            SELECT omraade, kategori, status, soverom, tilgjengelighet FROM boligmasse_bolig WHERE bolig_id = {hendelse.BoligId}
        ), bolig AS (
            INSERT INTO boligmasse_bolig SELECT {hendelse.BoligId}, naa.*, {mottatt.Tidspunkt.ToUniversalTime()} FROM naa
            ON CONFLICT (bolig_id) DO UPDATE SET
                (omraade, kategori, status, soverom, tilgjengelighet, tidspunkt)
                = (excluded.omraade, excluded.kategori, excluded.status, excluded.soverom, excluded.tilgjengelighet, excluded.tidspunkt)
        )
        INSERT INTO boligmasse_dag AS d
        SELECT {mottatt.Tidspunkt.Dag()}, omraade, kategori, status, soverom, tilgjengelighet, sum(endring)
        FROM (SELECT *, 1 AS endring FROM naa UNION ALL SELECT *, -1 FROM foer) e
        GROUP BY omraade, kategori, status, soverom, tilgjengelighet HAVING sum(endring) <> 0
        ON CONFLICT (dag, omraade, kategori, status, soverom, tilgjengelighet) DO UPDATE SET endring = d.endring + excluded.endring
        """,
        avbrutt);

    public override Task Toem(CancellationToken avbrutt) =>
        db.Database.ExecuteSqlAsync($"TRUNCATE boligmasse_bolig, boligmasse_dag", avbrutt);
}
