using Boligsosial.Contracts;
using Boligsosial.Contracts.Boligregister;
using Npgsql;

namespace Boligsosial.Boligregister.Boliger.Csv;

/// <summary>
/// What other services are to hear of an import that is merged: every new dwelling, and the changed ones that look different
/// to them now.
/// </summary>
internal sealed class Importhendelser(NpgsqlConnection forbindelse, CancellationToken avbrutt)
{
    /// <summary>The table that holds the dwellings that were changed, as they were.</summary>
    public const string Foer = "bolig_foer";

    private const int Del = 5000;
    private static readonly string[] Fortalt = ["omraade", "kategori", "status", "status_fra", "soverom", "egenskaper"];

    /// <summary>The columns that the event is made of.</summary>
    public static string Kolonner(string tabell) => string.Join(", ", Fortalt.Select(f => $"{tabell}.{f}"));

    /// <summary>In parts, so that the memory they take does not grow with the file.</summary>
    public async IAsyncEnumerable<IReadOnlyList<IHendelse>> Les()
    {
        await using (var peker = Kommando(
            $"""
            DECLARE bolig_hendelser NO SCROLL CURSOR FOR
            SELECT b.id, {Kolonner("b")}, {string.Join(", ", Fortalt.Select(_ => "NULL"))}
            FROM bolig_import i JOIN bolig b ON b.id = i.ny_id WHERE i.id IS NULL
            UNION ALL
            SELECT b.id, {Kolonner("b")}, {Kolonner("f")}
            FROM {Foer} f JOIN bolig b USING (id) WHERE ({Kolonner("b")}) IS DISTINCT FROM ({Kolonner("f")})
            """))
            await peker.ExecuteNonQueryAsync(avbrutt);

        var lest = Del;
        while (lest == Del)
        {
            (lest, var hendelser) = await Neste();
            yield return hendelser;
        }
    }

    private async Task<(int Lest, List<IHendelse> Hendelser)> Neste()
    {
        await using var kommando = Kommando($"FETCH {Del} FROM bolig_hendelser");
        await using var leser = await kommando.ExecuteReaderAsync(avbrutt);
        var hendelser = new List<IHendelse>();
        var lest = 0;
        for (; await leser.ReadAsync(avbrutt); lest++)
        {
            var (naa, foer) = (1, 1 + Fortalt.Length);
            hendelser.AddRange(BoligHendelser.Nytt(leser.IsDBNull(foer) ? null : Hendelse(leser, foer), Hendelse(leser, naa)));
        }

        return (lest, hendelser);
    }

    private static BoligEndret Hendelse(NpgsqlDataReader leser, int fra) => BoligHendelser.Endret(
        leser.GetGuid(0), leser.GetString(fra), leser.GetString(fra + 1), leser.GetString(fra + 2),
        leser.GetFieldValue<DateOnly>(fra + 3), leser.GetInt32(fra + 4), leser.GetFieldValue<string[]>(fra + 5));

    private NpgsqlCommand Kommando(string sql) => new(sql, forbindelse) { CommandTimeout = 0 };
}
