using Boligsosial.Boligregister.Boliger.Csv;
using Boligsosial.ServiceDefaults.Access;
using Npgsql;
using NpgsqlTypes;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>
/// The lines of the bank's file on their way into the ledger: copied in a stream to a table that lives as long as the
/// transaction, then matched and posted with a few set-based statements.
/// </summary>
internal sealed class Innbetalingslager(NpgsqlConnection forbindelse, Bruker bruker, DateTimeOffset naa, CancellationToken avbrutt)
{
    /// <summary>What was posted of a file.</summary>
    public readonly record struct Bokfoert(int Nye, int Plassert, decimal Sum, int Uavklarte);

    /// <summary>Copies the lines in, as they come; how many.</summary>
    public async Task<int> Kopier(IAsyncEnumerable<Banklinje> linjer)
    {
        await Kjoer("CREATE TEMP TABLE innbetaling_import (linje integer, id uuid, dato date, beloep numeric(12, 2), kid text, arkivreferanse text) ON COMMIT DROP");
        var antall = 0;
        await using (var kopi = await forbindelse.BeginBinaryImportAsync("COPY innbetaling_import FROM STDIN (FORMAT binary)", avbrutt))
        {
            kopi.Timeout = TimeSpan.FromMinutes(10);
            await foreach (var linje in linjer.WithCancellation(avbrutt))
            {
                antall++;
                await kopi.StartRowAsync(avbrutt);
                await kopi.WriteAsync(linje.Linje, NpgsqlDbType.Integer, avbrutt);
                await kopi.WriteAsync(Guid.CreateVersion7(naa), NpgsqlDbType.Uuid, avbrutt);
                await kopi.WriteAsync(linje.Dato, NpgsqlDbType.Date, avbrutt);
                await kopi.WriteAsync(linje.Beloep, NpgsqlDbType.Numeric, avbrutt);
                if (linje.Kid is { } kid)
                    await kopi.WriteAsync(kid, NpgsqlDbType.Text, avbrutt);
                else
                    await kopi.WriteNullAsync(avbrutt);
                await kopi.WriteAsync(linje.Arkivreferanse, NpgsqlDbType.Text, avbrutt);
            }

            await kopi.CompleteAsync(avbrutt);
        }

        await Kjoer("ANALYZE innbetaling_import");
        return antall;
    }

    /// <summary>Takes out the lines whose reference has come before, in the file or in an earlier one, with another date or amount.</summary>
    public async Task<List<Linjefeil>> FinnUlike()
    {
        await using var kommando = Kommando(
            """
            DELETE FROM innbetaling_import WHERE linje IN (
                SELECT linje FROM (
                    SELECT linje, dato, beloep, first_value(dato) OVER w AS foerste_dato, first_value(beloep) OVER w AS foerste_beloep
                    FROM innbetaling_import WINDOW w AS (PARTITION BY arkivreferanse ORDER BY linje)) i
                WHERE (dato, beloep) IS DISTINCT FROM (foerste_dato, foerste_beloep)
                UNION ALL
                SELECT i.linje FROM innbetaling_import i JOIN innbetaling b ON b.enhet = $1 AND b.arkivreferanse = i.arkivreferanse
                WHERE (b.dato, b.beloep) IS DISTINCT FROM (i.dato, i.beloep))
            RETURNING linje
            """,
            bruker.Enhet);
        await using var leser = await kommando.ExecuteReaderAsync(avbrutt);
        var feil = new List<Linjefeil>();
        while (await leser.ReadAsync(avbrutt))
            feil.Add(new(leser.GetInt32(0), "arkivreferanse", "referanse-ulik", "Referansen er brukt før, med en annen dato eller et annet beløp."));
        return feil;
    }

    /// <summary>Registers what has not come before, and posts what has a lease's KID; what is written off is paid first, being the oldest.</summary>
    public async Task<Bokfoert> Bokfoer()
    {
        await Kjoer(
            """
            INSERT INTO innbetaling (id, enhet, arkivreferanse, dato, beloep, kid, leieforhold_id, registrert)
            SELECT DISTINCT ON (i.arkivreferanse) i.id, $1, i.arkivreferanse, i.dato, i.beloep, i.kid, k.leieforhold_id, $2
            FROM innbetaling_import i LEFT JOIN husleiekonto k ON k.kid = i.kid AND k.enhet = $1
            ORDER BY i.arkivreferanse, i.linje
            ON CONFLICT ON CONSTRAINT innbetaling_en_gang DO NOTHING
            """,
            bruker.Enhet, naa);
        await Kjoer(
            """
            INSERT INTO husleiepost (leieforhold_id, type, dato, fordring, avskrevet, innbetaling_id, bokfoert_av, registrert)
            SELECT leieforhold_id, 'innbetaling', dato, avskrevet - beloep, -avskrevet, id, $1, $2
            FROM (SELECT b.leieforhold_id, b.dato, b.beloep, b.id,
                         least(b.beloep, greatest(0, k.avskrevet + b.beloep - sum(b.beloep) OVER (PARTITION BY b.leieforhold_id ORDER BY b.dato, b.id))) AS avskrevet
                  FROM innbetaling_import i JOIN innbetaling b ON b.id = i.id JOIN husleiekonto k ON k.leieforhold_id = b.leieforhold_id) p
            ORDER BY leieforhold_id
            """,
            bruker.Navn, naa);

        await using var kommando = Kommando(
            """
            SELECT count(*)::integer, count(b.leieforhold_id)::integer, coalesce(sum(b.beloep), 0), (count(*) - count(b.leieforhold_id))::integer
            FROM innbetaling_import i JOIN innbetaling b ON b.id = i.id
            """);
        await using var leser = await kommando.ExecuteReaderAsync(avbrutt);
        await leser.ReadAsync(avbrutt);
        return new(leser.GetInt32(0), leser.GetInt32(1), leser.GetDecimal(2), leser.GetInt32(3));
    }

    private async Task Kjoer(string sql, params object[] verdier)
    {
        await using var kommando = Kommando(sql, verdier);
        await kommando.ExecuteNonQueryAsync(avbrutt);
    }

    private NpgsqlCommand Kommando(string sql, params object[] verdier)
    {
        var kommando = new NpgsqlCommand(sql, forbindelse) { CommandTimeout = 600 };
        foreach (var verdi in verdier)
            kommando.Parameters.Add(new() { Value = verdi });
        return kommando;
    }
}
