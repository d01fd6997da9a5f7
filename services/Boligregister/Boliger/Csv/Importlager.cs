using Boligsosial.ServiceDefaults.Json;
using Npgsql;
using NpgsqlTypes;

namespace Boligsosial.Boligregister.Boliger.Csv;

/// <summary>
/// The lines of an import on their way into the register: copied in a stream to a table that lives as long as the
/// transaction, then matched and merged with a few set-based statements. Nobody sees anything before the commit.
/// </summary>
internal sealed class Importlager(NpgsqlConnection forbindelse, CancellationToken avbrutt)
{
    /// <summary>The table's columns: name, the field of the API, and how a line's value is copied.</summary>
    private static readonly Tabellkolonne[] Felter =
    [
        new("leverandor_bolig_id", "leverandorBoligId", NpgsqlDbType.Text, d => d.LeverandorBoligId),
        new("matrikkel", "matrikkel", NpgsqlDbType.Text, d => d.Matrikkel),
        new("bruksenhetsnummer", "bruksenhetsnummer", NpgsqlDbType.Text, d => d.Bruksenhetsnummer),
        new("ekstra_referanse", "ekstraReferanse", NpgsqlDbType.Text, d => d.EkstraReferanse),
        new("gatenavn", "adresse.gatenavn", NpgsqlDbType.Text, d => d.Adresse.Gatenavn),
        new("husnummer", "adresse.husnummer", NpgsqlDbType.Integer, d => d.Adresse.Husnummer),
        new("husbokstav", "adresse.husbokstav", NpgsqlDbType.Text, d => d.Adresse.Husbokstav),
        new("postnummer", "adresse.postnummer", NpgsqlDbType.Text, d => d.Adresse.Postnummer),
        new("poststed", "adresse.poststed", NpgsqlDbType.Text, d => d.Adresse.Poststed),
        new("omraade", "omraade", NpgsqlDbType.Text, d => d.Omraade),
        new("kommunedel", "kommunedel", NpgsqlDbType.Text, d => d.Kommunedel),
        new("kategori", "kategori", NpgsqlDbType.Text, d => d.Kategori),
        new("boligtype", "boligtype", NpgsqlDbType.Text, d => d.Boligtype),
        new("underkategori_boligtype", "underkategoriBoligtype", NpgsqlDbType.Text, d => d.UnderkategoriBoligtype),
        new("disposisjonsform", "disposisjonsform", NpgsqlDbType.Text, d => EnumNames<Disposisjonsform>.Of(d.Disposisjonsform)),
        new("eier_navn", "eier.navn", NpgsqlDbType.Text, d => d.Eier.Navn),
        new("eier_organisasjonsnummer", "eier.organisasjonsnummer", NpgsqlDbType.Text, d => d.Eier.Organisasjonsnummer),
        new("eier_mobilnummer", "eier.mobilnummer", NpgsqlDbType.Text, d => d.Eier.Mobilnummer),
        new("bruksareal", "bruksareal", NpgsqlDbType.Numeric, d => d.Bruksareal),
        new("soverom", "soverom", NpgsqlDbType.Integer, d => d.Soverom),
        new("etasje", "etasje", NpgsqlDbType.Integer, d => d.Etasje),
        new("egenskaper", "egenskaper", NpgsqlDbType.Array | NpgsqlDbType.Text, d => d.Egenskaper),
        new("maanedsleie", "maanedsleie", NpgsqlDbType.Numeric, d => d.Maanedsleie),
        new("depositum", "depositum", NpgsqlDbType.Numeric, d => d.Depositum),
        new("status", "status", NpgsqlDbType.Text, d => EnumNames<Boligstatus>.Of(d.Status!.Value)),
        new("status_fra", "statusFra", NpgsqlDbType.Date, d => d.StatusFra),
        new("maalernummer_stroem", "maalernummerStroem", NpgsqlDbType.Text, d => d.MaalernummerStroem),
        new("maalernummer_vann", "maalernummerVann", NpgsqlDbType.Text, d => d.MaalernummerVann),
        new("skolekrets_barneskole", "skolekretsBarneskole", NpgsqlDbType.Text, d => d.SkolekretsBarneskole),
        new("skolekrets_ungdomsskole", "skolekretsUngdomsskole", NpgsqlDbType.Text, d => d.SkolekretsUngdomsskole),
        new("kvalifiserer_mva_kompensasjon", "kvalifisererMvaKompensasjon", NpgsqlDbType.Boolean, d => d.KvalifisererMvaKompensasjon),
        new("oevrig_informasjon", "oevrigInformasjon", NpgsqlDbType.Text, d => d.OevrigInformasjon),
    ];

    private static readonly string AlleKolonner = string.Join(", ", Felter.Select(f => f.Kolonne));

    /// <summary>Lines that are to be merged.</summary>
    private int _linjer;

    /// <summary>Copies the dwellings in, as they come.</summary>
    public async Task Kopier(IAsyncEnumerable<(int Linje, Boligdata Bolig)> rader)
    {
        await Kjoer($"CREATE TEMP TABLE bolig_import ON COMMIT DROP AS SELECT 0 AS linje, {AlleKolonner}, id AS ny_id, id FROM bolig WITH NO DATA");
        await using var kopi = await forbindelse.BeginBinaryImportAsync($"COPY bolig_import (linje, ny_id, {AlleKolonner}) FROM STDIN (FORMAT binary)", avbrutt);
        kopi.Timeout = TimeSpan.FromMinutes(10);
        await foreach (var (linje, bolig) in rader.WithCancellation(avbrutt))
        {
            _linjer++;
            await kopi.StartRowAsync(avbrutt);
            await kopi.WriteAsync(linje, NpgsqlDbType.Integer, avbrutt);
            await kopi.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, avbrutt);
            foreach (var felt in Felter)
            {
                if (felt.Verdi(bolig) is { } verdi)
                    await kopi.WriteAsync(verdi, felt.Type, avbrutt);
                else
                    await kopi.WriteNullAsync(avbrutt);
            }
        }

        await kopi.CompleteAsync(avbrutt);
    }

    /// <summary>
    /// Finds each line's dwelling, by leverandorBoligId, else by matrikkel + bruksenhetsnummer + ekstraReferanse, and takes
    /// out the lines that cannot be merged: two for one dwelling, another's matrikkel, a status before the one it follows.
    /// From here to the commit other writers of the register wait; readers do not.
    /// </summary>
    public async Task<List<Linjefeil>> Koble(DateOnly idag)
    {
        // Of Postgres, for this transaction: enough to sort and join a hundred thousand lines without its disk.
        await Kjoer("SET LOCAL work_mem = '64MB'");
        await Kjoer("LOCK TABLE bolig IN SHARE ROW EXCLUSIVE MODE");
        await Kjoer("ANALYZE bolig_import (linje, id, leverandor_bolig_id, matrikkel, bruksenhetsnummer)");
        await Kjoer("UPDATE bolig_import i SET id = b.id FROM bolig b WHERE b.leverandor_bolig_id = i.leverandor_bolig_id");
        await Kjoer(
            """
            UPDATE bolig_import i SET id = b.id
            FROM bolig b
            WHERE i.id IS NULL AND b.matrikkel = i.matrikkel
              AND b.bruksenhetsnummer IS NOT DISTINCT FROM i.bruksenhetsnummer
              AND b.ekstra_referanse IS NOT DISTINCT FROM i.ekstra_referanse
              AND (b.leverandor_bolig_id IS NULL OR i.leverandor_bolig_id IS NULL)
              AND (i.bruksenhetsnummer IS NOT NULL OR i.leverandor_bolig_id IS NULL)
            """);

        var feil = new List<Linjefeil>();
        await TaUt(feil, "to-linjer-samme-bolig", "En tidligere linje i filen gjelder samme bolig.",
            """
            WITH matrikkelen AS (
                SELECT linje, concat_ws('|', matrikkel, coalesce(bruksenhetsnummer, ''), ekstra_referanse) AS sted
                FROM bolig_import WHERE matrikkel IS NOT NULL AND (bruksenhetsnummer IS NOT NULL OR leverandor_bolig_id IS NULL))
            SELECT linje FROM bolig_import JOIN (
                SELECT id, min(linje) AS foerste FROM bolig_import GROUP BY 1 HAVING count(*) > 1) d USING (id) WHERE linje > foerste
            UNION SELECT linje FROM bolig_import JOIN (
                SELECT leverandor_bolig_id, min(linje) AS foerste FROM bolig_import GROUP BY 1 HAVING count(*) > 1) d USING (leverandor_bolig_id) WHERE linje > foerste
            UNION SELECT linje FROM matrikkelen JOIN (
                SELECT sted, min(linje) AS foerste FROM matrikkelen GROUP BY 1 HAVING count(*) > 1) d USING (sted) WHERE linje > foerste
            """);
        await TaUt(feil, "matrikkel-opptatt", "En annen bolig er registrert med samme matrikkel, bruksenhetsnummer og ekstrareferanse.",
            """
            SELECT i.linje FROM bolig_import i JOIN bolig b
              ON b.matrikkel = i.matrikkel
             AND b.bruksenhetsnummer IS NOT DISTINCT FROM i.bruksenhetsnummer
             AND b.ekstra_referanse IS NOT DISTINCT FROM i.ekstra_referanse
             AND b.id IS DISTINCT FROM i.id
             AND (b.bruksenhetsnummer IS NOT NULL OR b.leverandor_bolig_id IS NULL)
            WHERE i.bruksenhetsnummer IS NOT NULL OR i.leverandor_bolig_id IS NULL
            """);
        await TaUt(feil, "status-foer-forrige", "Ny status kan ikke gjelde fra før den forrige begynte.",
            "SELECT i.linje FROM bolig_import i JOIN bolig b USING (id) WHERE i.status <> b.status AND coalesce(i.status_fra, $1) < b.status_fra", idag);
        return feil;
    }

    /// <summary>Writes what is left: changed dwellings, then new ones. How many of each, and how many were as they should be.</summary>
    public async Task<(int Opprettet, int Oppdatert, int Uendret)> Flett(CsvLeser fil, Kommuneprofil profil, DateOnly idag)
    {
        var dekket = EgenskaperSomFilenDekker(fil, profil);
        var felter = new List<(string Kolonne, string Uttrykk)>
        {
            ("egenskaper", dekket.Length == profil.Egenskaper.Length ? "i.egenskaper" : "bolig_egenskaper(b.egenskaper, i.egenskaper, $2)"),
            ("status_fra", "coalesce(i.status_fra, CASE WHEN i.status <> b.status THEN $1 ELSE b.status_fra END)"),
        };
        felter.AddRange(Felter.Where(f => f.Felt is not ("egenskaper" or "statusFra") && FilenHar(fil, f.Felt)).Select(f => (f.Kolonne, $"i.{f.Kolonne}")));

        // What changes, as it was: who is to hear of it can only be seen by comparing.
        await Kjoer(
            $"""
            CREATE TEMP TABLE {Importhendelser.Foer} ON COMMIT DROP AS
            SELECT b.id, i.linje, {Importhendelser.Kolonner("b")}
            FROM bolig_import i JOIN bolig b USING (id)
            WHERE ({string.Join(", ", felter.Select(f => $"b.{f.Kolonne}"))}) IS DISTINCT FROM ({string.Join(", ", felter.Select(f => f.Uttrykk))})
            """, idag, dekket);
        var oppdatert = await Kjoer(
            $"""
            UPDATE bolig b SET {string.Join(", ", felter.Select(f => $"{f.Kolonne} = {f.Uttrykk}"))}
            FROM {Importhendelser.Foer} JOIN bolig_import i USING (linje)
            WHERE b.id = i.id
            """, idag, dekket);

        var opprettet = await Kjoer(
            $"""
            INSERT INTO bolig (id, {AlleKolonner})
            SELECT ny_id, {string.Join(", ", Felter.Select(f => f.Felt == "statusFra" ? "coalesce(status_fra, $1)" : f.Kolonne))}
            FROM bolig_import WHERE id IS NULL
            """, idag);
        return (opprettet, oppdatert, _linjer - opprettet - oppdatert);
    }

    private static bool FilenHar(CsvLeser fil, string felt) => Kolonner.Alle.Any(k => k.Felt == felt && fil.Har(k.Navn));

    /// <summary>A file without a column says nothing of that egenskap, and must not take it away.</summary>
    private static string[] EgenskaperSomFilenDekker(CsvLeser fil, Kommuneprofil profil) =>
        [.. profil.Egenskaper.Where(e => fil.Har(Kolonner.EgenskapKolonne.GetValueOrDefault(e, "egenskaper")))];

    private async Task TaUt(List<Linjefeil> feil, string kode, string melding, string linjer, params object[] verdier)
    {
        await using var kommando = Kommando($"DELETE FROM bolig_import WHERE linje IN ({linjer}) RETURNING linje", verdier);
        await using var leser = await kommando.ExecuteReaderAsync(avbrutt);
        while (await leser.ReadAsync(avbrutt))
        {
            _linjer--;
            feil.Add(new(leser.GetInt32(0), null, kode, melding));
        }
    }

    private async Task<int> Kjoer(string sql, params object[] verdier)
    {
        await using var kommando = Kommando(sql, verdier);
        return await kommando.ExecuteNonQueryAsync(avbrutt);
    }

    private NpgsqlCommand Kommando(string sql, object[] verdier)
    {
        var kommando = new NpgsqlCommand(sql, forbindelse) { CommandTimeout = 0 };
        foreach (var verdi in verdier)
            kommando.Parameters.Add(new() { Value = verdi });
        return kommando;
    }

    private sealed record Tabellkolonne(string Kolonne, string Felt, NpgsqlDbType Type, Func<Boligdata, object?> Verdi);
}
