using Npgsql;

namespace Boligsosial.Bench;

/// <summary>
/// Synthetic dwellings, the same every time; the first thousand of a million are those of a thousand. 20 areas of uneven
/// size per 100 000, one of them («Sentrum») in every municipality; categories, statuses and properties follow each other
/// as they do in demo/: staffed dwellings have staff, adapted ones a wheelchair's width.
/// </summary>
internal sealed record Bestand(
    int Nummer, string Kommune, string Gatenavn, int Husnummer, string Postnummer, string Omraade, string Kategori, string Boligtype,
    int Bruksareal, int Soverom, int Etasje, string[] Egenskaper, int Leie, string Status, DateOnly StatusFra)
{
    private const int PerKommune = 100_000;
    private static readonly DateTimeOffset Foerste = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Forledd = ["Fjell", "Sjø", "Kirke", "Skole", "Bjørke", "Gran", "Elve", "Møll", "Stor", "Havne", "Eng", "Lia", "Myr", "Nord", "Sør", "Øst", "Vest", "Tun", "Bakke", "Strand"];
    private static readonly string[] Etterledd = ["gata", "vegen", "bakken", "stien", "tunet", "svingen", "haugen", "marka"];
    private static readonly string[] Sjeldne = ["skjermet", "robust", "husdyr-tillatt", "barnevennlig", "balkong", "samlokalisert"];

    private string Matrikkel => $"{Kommune}-{1 + Nummer % PerKommune / 40}/{1 + Nummer % 40 / 8}";

    private string Bruksenhet => $"H{Etasje:00}{1 + Nummer % 8:00}";

    private string LeverandorBoligId => $"S-{Nummer:0000000}";

    public static IEnumerable<Bestand> Rader(int antall)
    {
        var tall = new Random(1508);
        for (var nummer = 0; nummer < antall; nummer++)
        {
            var (kommune, kategori) = (nummer / PerKommune, Vektet(tall, ("gjennomgangsbolig", 70), ("tilrettelagt", 22), ("bemannet", 8)));
            var omraade = tall.Next(100) < 5 ? "Sentrum" : $"Område {kommune + 1}-{Math.Min(tall.Next(1, 20), tall.Next(1, 20))}";
            var soverom = int.Parse(Vektet(tall, ("0", 5), ("1", 40), ("2", 33), ("3", 16), ("4", 5), ("5", 1)));
            var status = Vektet(tall, ("utleid", 82), ("ledig-klar", 4), ("ledig-enkel-istandsetting", 3), ("under-vedlikehold", 7), ("reservert", 3), ("avhendet", 1));
            yield return new(
                nummer, $"{1500 + kommune:0000}", Forledd[tall.Next(Forledd.Length)] + Etterledd[tall.Next(Etterledd.Length)], tall.Next(1, 200),
                $"{6000 + kommune * 40 + tall.Next(40):0000}", omraade, kategori, tall.Next(3) == 0 ? "Rekkehus" : "Leilighet",
                25 + soverom * 15 + tall.Next(20), soverom, 1 + tall.Next(5), TrekkEgenskaper(tall, kategori), (5000 + soverom * 1600 + tall.Next(4000)) / 50 * 50,
                status, DateOnly.FromDateTime(Foerste.Date).AddDays(-tall.Next(2000)));
        }
    }

    /// <summary>The file that would bring them in, in the columns and the order of the export.</summary>
    public static string Csv(IEnumerable<Bestand> rader)
    {
        using var csv = new StringWriter { NewLine = "\r\n" };
        csv.WriteLine(
            "kommunenummer;gnrbnr;festenummer;seksjonsnummer;bruksenhetsnummer;gatenavn;husnummer;husbokstav;postnummer;ekstrareferanse;koboboligtype;"
            + "underkategoriboligtype;kobodisposisjonsform;boligeiersnavn;boligeiersorganisasjonsnummer;boligeiersmobilnummer;boligstatus;statusdato;manedsleie;"
            + "malernummerstrom;malernummervann;depositum;errullestoltilpasset;antallsoverom;skolekretsbarneskole;skolekretsungdomsskole;ovriginformasjon;"
            + "kvalifiserermvakompensasjon;erbofellesskap;erdognbemannet;harpersonalbase;leverandorboligid;poststed;omraade;kommunedel;kategori;bruksareal;etasje;egenskaper");
        foreach (var r in rader)
        {
            var delt = string.Join('|', r.Egenskaper.Where(e => e is not ("rullestol" or "doegnbemannet" or "personalbase")));
            csv.WriteLine(
                $"{r.Kommune};{r.Matrikkel.Split('-')[1]};;;{r.Bruksenhet};{r.Gatenavn};{r.Husnummer};;{r.Postnummer};{r.Nummer};{r.Boligtype};;eid;;;;{r.Status};"
                + $"{r.StatusFra:yyyy-MM-dd};{r.Leie};;;;{r.JaNei("rullestol")};{r.Soverom};;;Syntetisk;nei;nei;{r.JaNei("doegnbemannet")};{r.JaNei("personalbase")};"
                + $"{r.LeverandorBoligId};Ålesund;{r.Omraade};Kommune {r.Kommune};{r.Kategori};{r.Bruksareal};{r.Etasje};{delt}");
        }

        return csv.ToString();
    }

    /// <summary>Straight into the table, as a running register would hold them.</summary>
    public static async Task Fyll(NpgsqlDataSource database, IEnumerable<Bestand> rader)
    {
        await using var forbindelse = await database.OpenConnectionAsync();
        await using var kopi = await forbindelse.BeginBinaryImportAsync(
            "COPY bolig (id, leverandor_bolig_id, matrikkel, bruksenhetsnummer, ekstra_referanse, gatenavn, husnummer, postnummer, poststed, omraade, kommunedel, kategori, boligtype, "
            + "disposisjonsform, bruksareal, soverom, etasje, egenskaper, maanedsleie, status, status_fra) FROM STDIN (FORMAT binary)");
        kopi.Timeout = TimeSpan.FromHours(1);
        foreach (var r in rader)
        {
            object[] verdier =
            [
                Guid.CreateVersion7(Foerste.AddMilliseconds(r.Nummer)), r.LeverandorBoligId, r.Matrikkel, r.Bruksenhet, $"{r.Nummer}", r.Gatenavn, r.Husnummer, r.Postnummer, "Ålesund",
                r.Omraade, $"Kommune {r.Kommune}", r.Kategori, r.Boligtype, "eid", (decimal)r.Bruksareal, r.Soverom, r.Etasje, r.Egenskaper, (decimal)r.Leie, r.Status, r.StatusFra,
            ];
            await kopi.WriteRowAsync(CancellationToken.None, verdier);
        }

        await kopi.CompleteAsync();
    }

    private string JaNei(string egenskap) => Egenskaper.Contains(egenskap) ? "ja" : "nei";

    private static string[] TrekkEgenskaper(Random tall, string kategori)
    {
        var egenskaper = new SortedSet<string>(StringComparer.Ordinal);
        var (rullestol, doegn) = kategori switch { "tilrettelagt" => (45, 2), "bemannet" => (30, 70), _ => (3, 0) };
        Ta("rullestol", rullestol);
        Ta("trinnfri", rullestol + 15);
        Ta("heis", 20);
        Ta("doegnbemannet", doegn);
        Ta("personalbase", doegn / 3);
        for (var i = 0; i < Sjeldne.Length; i++)
            Ta(Sjeldne[i], 1 + i * 2);
        return [.. egenskaper];

        void Ta(string egenskap, int prosent)
        {
            if (tall.Next(100) < prosent)
                egenskaper.Add(egenskap);
        }
    }

    private static string Vektet(Random tall, params ReadOnlySpan<(string Verdi, int Vekt)> valg)
    {
        var punkt = tall.Next(100);
        foreach (var (verdi, vekt) in valg)
        {
            if ((punkt -= vekt) < 0)
                return verdi;
        }

        return valg[0].Verdi;
    }
}
