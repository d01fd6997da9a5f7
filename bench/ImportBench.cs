using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Boligsosial.Testing;
using Npgsql;

namespace Boligsosial.Bench;

/// <summary>
/// 100 000 dwellings over HTTP into an empty register, against the very same rows in a bare binary COPY: from memory, one
/// transaction, a table with the same columns and indexes.
/// </summary>
internal static class ImportBench
{
    private const int Antall = 100_000;
    private const int Runder = 5;
    private const string Boliger = "/api/v1/boligregister/boliger";

    public static async Task Kjoer(Tabell tabell)
    {
        await using var servere = new Servere();
        var tilkobling = await servere.NyDatabase();
        await using var database = SqlExtensions.Aapne(tilkobling);
        await using var tjeneste = await Prosess.Boligregister(tilkobling, servere);
        using var klient = await tjeneste.Klient();
        var fil = Encoding.UTF8.GetBytes(Bestand.Csv(Bestand.Rader(Antall)));

        // Warm: the first file through a newly started service compiles the code on the way.
        await Importer(klient, Encoding.UTF8.GetBytes(Bestand.Csv(Bestand.Rader(2000))), 2000, 0);
        await Toem(database);

        var (importer, kopier, utenIndekser, vekst) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>(), new List<long>());
        byte[] rader = [];
        for (var runde = 0; runde < Runder; runde++)
        {
            await Toem(database);
            tjeneste.NullstillTopp();
            var foer = tjeneste.Topp;
            importer.Add(await Tall.Tid(() => Importer(klient, fil, Antall, 0)));
            vekst.Add(tjeneste.Topp - foer);

            rader = rader.Length > 0 ? rader : await Les(database);
            kopier.Add(await Kopi(database, rader, "INCLUDING ALL"));
            utenIndekser.Add(await Kopi(database, rader, "INCLUDING GENERATED"));
        }

        var (vaar, grunnlinje) = (Tall.Median(importer), Tall.Median(kopier));
        tabell.Krav($"import of {Antall} dwellings / COPY, same indexes", Tall.S(vaar), Tall.S(grunnlinje), $"{vaar / grunnlinje:0.00} ≤ 3", vaar <= 3 * grunnlinje);
        var bar = Tall.Median(utenIndekser);
        tabell.Linje("import / COPY without indexes", Tall.S(vaar), Tall.S(bar), $"{vaar / bar:0.00}");
        tabell.Krav("import: the service's memory grows", Tall.Mb(vekst.Max()), "", "≤ 100 MB", vekst.Max() <= 100e6);

        var uendret = await Tall.Tid(() => Importer(klient, fil, 0, Antall));
        tabell.Linje("import again, nothing changed / COPY, same indexes", Tall.S(uendret), Tall.S(grunnlinje), $"{uendret / grunnlinje:0.00}");
        tjeneste.NullstillTopp();
        var hvile = tjeneste.Topp;
        var eksport = await Tall.Tid(() => Eksporter(klient));
        var lesing = await Tall.Tid(() => Les(database));
        tabell.Linje($"export of {Antall} dwellings / COPY TO", Tall.S(eksport), Tall.S(lesing), $"{eksport / lesing:0.00}");
        tabell.Linje("export: the service's memory grows", Tall.Mb(tjeneste.Topp - hvile));
    }

    private static async Task Importer(HttpClient klient, byte[] fil, int opprettet, int uendret)
    {
        using var innhold = new ByteArrayContent(fil) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        using var svar = await klient.PostAsync($"{Boliger}/import", innhold);
        var tekst = await svar.Content.ReadAsStringAsync();
        svar.EnsureSuccessStatusCode();
        using var rapport = JsonDocument.Parse(tekst);
        if (rapport.RootElement.GetProperty("opprettet").GetInt32() != opprettet || rapport.RootElement.GetProperty("uendret").GetInt32() != uendret)
            throw new InvalidOperationException($"Not what the file should do: {tekst}");
    }

    private static async Task Eksporter(HttpClient klient)
    {
        await using var svar = await klient.GetStreamAsync($"{Boliger}/eksport");
        await svar.CopyToAsync(Stream.Null);
    }

    /// <summary>An empty register, and no checkpoint left over from what came before.</summary>
    private static Task Toem(NpgsqlDataSource database) => database.Kjoer("TRUNCATE bolig, bolig_antall CASCADE; CHECKPOINT");

    private static Task<string> Kolonner(NpgsqlDataSource database) => database.Verdi<string>(
        "SELECT string_agg(attname, ', ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = 'bolig'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''");

    private static async Task<byte[]> Les(NpgsqlDataSource database)
    {
        await using var forbindelse = await database.OpenConnectionAsync();
        await using var kopi = await forbindelse.BeginRawBinaryCopyAsync($"COPY bolig ({await Kolonner(database)}) TO STDOUT (FORMAT binary)");
        using var rader = new MemoryStream();
        await kopi.CopyToAsync(rader);
        return rader.ToArray();
    }

    private static async Task<TimeSpan> Kopi(NpgsqlDataSource database, byte[] rader, string som)
    {
        await database.Kjoer($"DROP TABLE IF EXISTS kopi; CREATE TABLE kopi (LIKE bolig {som})");
        await database.Kjoer("CHECKPOINT");
        var kolonner = await Kolonner(database);
        await using var forbindelse = await database.OpenConnectionAsync();
        return await Tall.Tid(async () =>
        {
            await using var transaksjon = await forbindelse.BeginTransactionAsync();
            await using (var kopi = await forbindelse.BeginRawBinaryCopyAsync($"COPY kopi ({kolonner}) FROM STDIN (FORMAT binary)"))
                await kopi.WriteAsync(rader);
            await transaksjon.CommitAsync();
        });
    }
}
