using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Boligsosial.BoligsosialEnhet.Oversikt;

/// <summary>
/// Moves a dwelling from the cell of the overview that it was in to the one that it is in, on the day that it happened. The
/// overview is the one that boligsosialloven § 5 demands (LOV-2022-12-20-121, in force from 1 July 2023).
/// </summary>
internal sealed class NaarBoligEndret(BoligsosialEnhetDb db) : Naar<BoligEndret>
{
    /// <summary>The old cell and the new are summed before they are written: where they are one, nothing is.</summary>
    private const string Flytt =
        """
        WITH naa (omraade, kategori, status, soverom, tilgjengelighet) AS (
            VALUES ($2, $3, $4, $5, $6)
        ), foer AS (
            SELECT omraade, kategori, status, soverom, tilgjengelighet FROM boligmasse_bolig WHERE bolig_id = $1
        ), bolig AS (
            INSERT INTO boligmasse_bolig SELECT $1, naa.*, $7 FROM naa
            ON CONFLICT (bolig_id) DO UPDATE SET
                (omraade, kategori, status, soverom, tilgjengelighet, tidspunkt)
                = (excluded.omraade, excluded.kategori, excluded.status, excluded.soverom, excluded.tilgjengelighet, excluded.tidspunkt)
        )
        INSERT INTO boligmasse_dag AS d
        SELECT $8, omraade, kategori, status, soverom, tilgjengelighet, sum(endring)
        FROM (SELECT *, 1 AS endring FROM naa UNION ALL SELECT *, -1 FROM foer) e
        GROUP BY omraade, kategori, status, soverom, tilgjengelighet HAVING sum(endring) <> 0
        ON CONFLICT (dag, omraade, kategori, status, soverom, tilgjengelighet) DO UPDATE SET endring = d.endring + excluded.endring
        """;

    public override async Task Handle(BoligEndret hendelse, Mottatt mottatt, CancellationToken avbrutt)
    {
        await using var kommando = new NpgsqlCommand(Flytt, (NpgsqlConnection)db.Database.GetDbConnection())
        {
            Parameters =
            {
                new() { Value = hendelse.BoligId },
                new() { Value = hendelse.Omraade },
                new() { Value = hendelse.Kategori },
                new() { Value = hendelse.Status },
                new() { Value = hendelse.Soverom },
                new() { Value = hendelse.Tilgjengelighet },
                new() { Value = mottatt.Tidspunkt.ToUniversalTime() },
                new() { Value = mottatt.Tidspunkt.Dag() },
            },
        };

        // Once for each connection. Planning takes longer than the work, and it runs for every dwelling of an import.
        await kommando.PrepareAsync(avbrutt);
        await kommando.ExecuteNonQueryAsync(avbrutt);
    }

    public override Task Toem(CancellationToken avbrutt) =>
        db.Database.ExecuteSqlAsync($"TRUNCATE boligmasse_bolig, boligmasse_dag", avbrutt);
}
