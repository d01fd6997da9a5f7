namespace Boligsosial.Demoliv;

/// <summary>Those who applied and were not housed in the course of the year: refused, withdrawn, lapsed, or waiting.</summary>
internal sealed class Soeknader(Boligregister register, DateOnly idag, int froe)
{
    private static readonly string[] Situasjoner = ["nibr-1", "nibr-2", "nibr-3", "nibr-4", "nibr-5", "fare-for-aa-miste", "uegnet-bolig", "uegnet-bomiljoe"];

    private static readonly string[] Dokumentasjon = ["skattemelding"];
    private static readonly string[] Grunner = ["har-egnet-bolig", "kan-skaffe-bolig-selv"];

    /// <summary>How it goes with how many in a year. The first of those who wait have an offer.</summary>
    public static IReadOnlyList<(string Utfall, int Antall)> Antall { get; } = [("tilbud", 5), ("venter", 38), ("ubehandlet", 17), ("avslag", 56), ("trukket", 10), ("utloept", 14)];

    public async Task Spill(int nr, string utfall, Bolig? ledig)
    {
        var tall = Liv.Blanding(froe, 100_000 + nr);
        var dager = utfall switch
        {
            "ubehandlet" => tall.Next(0, 26),
            "tilbud" or "venter" => tall.Next(20, 80),
            "utloept" => tall.Next(100, 350),
            _ => tall.Next(35, 360),
        };
        var (mottatt, noekkel, barn) = (idag.AddDays(-dager), $"s{nr}", tall.Next(100) < 40 ? tall.Next(1, 4) : 0);
        var type = tall.Next(100) switch { < 70 => "ny", < 90 => "bytte", _ => "fornyelse" };
        var situasjon = utfall == "avslag" ? "uegnet-bolig" : Situasjoner[tall.Next(Situasjoner.Length)];
        var soeknad = await Registrer(register, noekkel, type, [await Person(register, nr)], barn, situasjon, mottatt, utfall == "ubehandlet" && tall.Next(2) == 0 ? "maanedsinntekt" : null);
        var vedtatt = mottatt.AddDays(tall.Next(5, 15));
        switch (utfall)
        {
            case "tilbud" or "venter":
                await Innvilg(register, noekkel, soeknad, "gjennomgangsbolig", barn > 0 ? "barnefamilie" : tall.Next(2) == 0 ? "enslig" : "flyktning", vedtatt);
                if (utfall == "tilbud" && ledig is not null)
                    await register.Post("tilbud", $"{noekkel}-tilbud", new { soeknadId = soeknad, boligId = ledig.Id, begrunnelse = "Øverst på ventelisten av dem boligen passer for.", dato = idag.AddDays(-tall.Next(0, 5)) });
                break;
            case "avslag":
                var grunn = type == "ny" ? Grunner[tall.Next(Grunner.Length)] : "ikke-grunnlag-for-bytte-eller-fornyelse";
                await register.Post($"soeknader/{soeknad}/avslag", $"{noekkel}-avslag", new { grunn, begrunnelse = "Vilkårene i retningslinjene er ikke oppfylt.", hjemmel = "retningslinjer for kommunal bolig (k.sak 008/20)", dato = vedtatt });
                break;
            case "trukket":
                await register.Post($"soeknader/{soeknad}/trekking", $"{noekkel}-trekking", new { dato = vedtatt });
                break;
        }
    }

    public static async Task<string> Person(Boligregister register, int nr) =>
        (string)(await register.Post("personer", $"person{nr}", new { foedselsnummer = Folk.Nummer(nr), navn = Folk.Navn(nr) }))["personRef"]!;

    public static async Task<string> Registrer(Boligregister register, string noekkel, string type, string[] soekere, int barn, string situasjon, DateOnly mottatt, string? etterspurt) =>
        (string)(await register.Post("soeknader", $"{noekkel}-soeknad", new
        {
            type,
            kanal = "elektronisk",
            soekere,
            husstand = new { voksne = 1, barnsAlder = Enumerable.Range(0, barn).Select(i => Math.Min(17, 3 + (i * 4))) },
            situasjon = new[] { situasjon },
            behov = new { tilgjengelighet = "ordinaer", omraader = Array.Empty<string>() },
            inntektPerMaaned = 17_000 + (barn * 1500),
            dokumentasjon = Dokumentasjon,
            etterspurt = etterspurt is null ? [] : new[] { etterspurt },
            mottatt,
        }))["id"]!;

    public static Task Innvilg(Boligregister register, string noekkel, string soeknad, string kategori, string gruppe, DateOnly dato) =>
        register.Post($"soeknader/{soeknad}/innvilgelse", $"{noekkel}-innvilgelse", new { kategorier = new[] { kategori }, begrunnelse = "Er uten egnet bolig og kan ikke løse det selv.", grupper = new[] { gruppe }, dato });
}
