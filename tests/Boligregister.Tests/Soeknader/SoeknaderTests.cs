using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.Boligregister.Tests.Tilgang;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Tests.Soeknader;

/// <summary>
/// <see cref="Boligregister.Soeknader.RegistrerSoeknad"/>, <see cref="Boligregister.Soeknader.SoekSoeknader"/>, <see cref="Boligregister.Soeknader.HentSoeknad"/>,
/// <see cref="Boligregister.Soeknader.SvarForeloepig"/>, <see cref="Boligregister.Soeknader.PaaminnSoeker"/>, <see cref="Boligregister.Soeknader.FornySoeknad"/>,
/// <see cref="Boligregister.Soeknader.TrekkSoeknad"/>, <see cref="Boligregister.Soeknader.RegistrerDokumentasjon"/>, <see cref="Boligregister.Soeknader.LaSoeknaderUtloepe"/>.
/// Today is 1 December 2026.
/// </summary>
public sealed class SoeknaderTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    [Fact]
    public async Task En_soeknad_gjelder_i_tre_maaneder_og_de_andre_faar_vite_at_den_er_kommet()
    {
        using var klient = tjeneste.Som(Roller.AakeBoveileder);

        var soeknad = await Sak.Ny(klient, "2026-11-30");

        Assert.Equal(("mottatt", "2027-02-28", "2026-12-30"), ((string?)soeknad["status"], (string?)soeknad["gyldigTil"], (string?)soeknad["foreloepigSvarFrist"]));
        Assert.Equal("[4,9]", soeknad["husstand"]!["barnsAlder"]!.ToJsonString());
        Assert.Equal("soeknad-mottatt", await Sak.Fortalt(tjeneste, (string)soeknad["id"]!));
        Assert.Equal(soeknad.ToJsonString(), (await Sak.Hent(klient, $"{Sak.Soeknader}/{soeknad["id"]}")).ToJsonString());
    }

    [Theory]
    [InlineData("2026-12-02", null, "dato-i-framtiden", 422)]
    [InlineData("1999-12-31", null, "dato-for-tidlig", 422)]
    [InlineData("2026-11-20", "samarbeider", "samtykke-mangler", 422)]
    [InlineData("2026-11-20", "situasjon", "ugyldig", 400)]
    [InlineData("2026-11-20", "barn", "ugyldig", 400)]
    [InlineData("2026-11-20", "voksne", "ugyldig", 400)]
    [InlineData("2026-11-20", "oversendt", "ugyldig", 400)]
    [InlineData("2026-11-20", "tilgjengelighet", "ugyldig", 400)]
    [InlineData("2026-11-20", "dokumentasjon", "ugyldig", 400)]
    [InlineData("2026-11-20", "ukjent", "person-finnes-ikke", 422)]
    public async Task En_soeknad_som_ikke_stemmer_avvises(string mottatt, string? hva, string kode, int status)
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var person = hva == "ukjent" ? $"{Guid.CreateVersion7()}" : await Leiesak.Registrer(klient, Leiesak.NyttNummer());

        var avvist = await Sak.Avvist(klient.PostAsJsonAsync(Sak.Soeknader, Sak.Soeknad(person, mottatt, s =>
        {
            switch (hva)
            {
                case "samarbeider": s["samarbeider"] = new JsonArray("nav"); break;
                case "situasjon": s["situasjon"] = new JsonArray("nibr-6"); break;
                case "barn": s["husstand"]!["barnsAlder"] = new JsonArray(18); break;
                case "voksne": s["husstand"]!["voksne"] = 0; break;
                case "oversendt": s["kanal"] = "oversendt"; break;
                case "tilgjengelighet": s["behov"]!["tilgjengelighet"] = "slott"; break;
                case "dokumentasjon": s["etterspurt"] = new JsonArray("journal"); break;
            }
        })));

        Assert.Equal((status, kode), avvist);
    }

    [Theory]
    [InlineData("2026-11-08", "foreloepig-svar-forfaller", true)] // due on the 8th, a week from today
    [InlineData("2026-11-09", "foreloepig-svar-forfaller", false)]
    [InlineData("2026-09-15", "utloeper-snart", true)] // the last day is the 15th, a fortnight from today
    [InlineData("2026-09-16", "utloeper-snart", false)]
    [InlineData("2026-09-01", "utloeper-snart", true)] // the last day is today
    [InlineData("2026-08-31", "utloeper-snart", false)] // and was yesterday, as there is no 31 November
    [InlineData("2026-08-31", "foreloepig-svar-forfaller", false)]
    public async Task Koeen_har_det_som_haster(string mottatt, string frist, bool haster)
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var soeknad = await Sak.Ny(klient, mottatt);

        Assert.Equal(haster, await Finnes(klient, soeknad, $"frist={frist}"));
        if (haster && frist[0] == 'f')
        {
            await Sak.Gjort(Sak.Gjoer(klient, (string)soeknad["id"]!, "foreloepig-svar", new { dato = "2026-11-30" }));
            Assert.False(await Finnes(klient, soeknad, $"frist={frist}"));
            Assert.Equal((409, "foreloepig-svar-sendt"), await Sak.Avvist(Sak.Gjoer(klient, (string)soeknad["id"]!, "foreloepig-svar")));
        }
    }

    [Fact]
    public async Task Det_som_er_etterspurt_mangler_til_det_kommer()
    {
        using var klient = tjeneste.Som(Roller.AakeBoveileder);
        var soeknad = await Sak.Ny(klient, endre: s => (s["etterspurt"], s["dokumentasjon"]) = (new JsonArray("skattemelding"), new JsonArray("maanedsinntekt")));
        var id = (string)soeknad["id"]!;
        Assert.True(await Finnes(klient, soeknad, "frist=dokumentasjon-mangler"));

        Assert.Equal((409, "dokumentasjon-ikke-mottatt"), await Sak.Avvist(Sak.Gjoer(klient, id, "dokumentasjon", new { slag = "skattemelding", status = "godkjent" })));
        Assert.Equal((400, "ugyldig"), await Sak.Avvist(Sak.Gjoer(klient, id, "dokumentasjon", new { slag = "journal", status = "mottatt" })));
        await Sak.Gjort(Sak.Gjoer(klient, id, "dokumentasjon", new { slag = "skattemelding", status = "mottatt", dato = "2026-11-25" }));
        var svar = await Sak.Gjort(Sak.Gjoer(klient, id, "dokumentasjon", new { slag = "skattemelding", status = "godkjent" }));

        Assert.False(await Finnes(klient, soeknad, "frist=dokumentasjon-mangler"));
        Assert.Equal("""{"slag":"skattemelding","status":"godkjent","etterspurt":"2026-11-20","mottatt":"2026-11-25","godkjent":"2026-12-01"}""", svar["dokumentasjon"]![1]!.ToJsonString());
    }

    [Fact]
    public async Task En_soeknad_utloeper_av_seg_selv_dagen_etter_den_siste()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var (gjelder, utloept) = (await Sak.Ny(klient, "2026-09-01"), await Sak.Ny(klient, "2026-08-31"));
        Assert.Equal(("mottatt", "utloept"), ((string?)gjelder["status"], (string?)utloept["status"]));
        Assert.True(await Finnes(klient, utloept, "status=utloept"));
        Assert.False(await Finnes(klient, utloept, "status=mottatt"));
        Assert.Equal((409, "soeknad-feil-status"), await Sak.Avvist(Sak.Innvilg(klient, (string)utloept["id"]!)));
        Assert.Equal((409, "soeknad-feil-status"), await Sak.Avvist(Sak.Gjoer(klient, (string)utloept["id"]!, "fornyelse")));

        await Sak.Gjort(klient.PostAsync($"{Sak.Soeknader}/utloep", null));
        await Sak.Gjort(klient.PostAsync($"{Sak.Soeknader}/utloep", null));

        var etter = await Sak.Hent(klient, $"{Sak.Soeknader}/{utloept["id"]}");
        Assert.Equal(("utloept", "2026-12-01"), ((string?)etter["status"], (string?)etter["avsluttet"]));
        Assert.Equal("soeknad-mottatt soeknad-avsluttet", await Sak.Fortalt(tjeneste, (string)utloept["id"]!));
        Assert.Equal("soeknad-mottatt", await Sak.Fortalt(tjeneste, (string)gjelder["id"]!));
    }

    [Fact]
    public async Task Det_som_kom_i_tide_og_skrives_ned_senere_teller_fra_dagen_det_kom()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var id = (string)(await Sak.Ny(klient, "2026-08-31"))["id"]!;

        await Sak.Gjort(Sak.Gjoer(klient, id, "paaminnelse", new { dato = "2026-11-16" }));
        var fornyet = await Sak.Gjort(Sak.Gjoer(klient, id, "fornyelse", new { dato = "2026-11-30", husstand = new { voksne = 2, barnsAlder = new[] { 1 } } }));

        Assert.Equal(("mottatt", "2027-02-28", "2026-08-31"), ((string?)fornyet["status"], (string?)fornyet["gyldigTil"], (string?)fornyet["mottatt"]));
        Assert.Null(fornyet["paaminnet"]);
        Assert.Equal(2, (int)fornyet["husstand"]!["voksne"]!);
        Assert.Equal((422, "dato-i-framtiden"), await Sak.Avvist(Sak.Gjoer(klient, id, "fornyelse", new { dato = "2026-12-02" })));
        Assert.Equal((422, "dato-for-tidlig"), await Sak.Avvist(Sak.Gjoer(klient, id, "fornyelse", new { dato = "2026-08-30" })));
    }

    [Fact]
    public async Task En_trukket_soeknad_er_avsluttet()
    {
        using var klient = tjeneste.Som(Roller.AakeBoveileder);
        var soeknad = await Sak.Ny(klient);
        var id = (string)soeknad["id"]!;

        Assert.Equal("trukket", (string?)(await Sak.Gjort(Sak.Gjoer(klient, id, "trekking", new { dato = "2026-11-28" })))["status"]);

        Assert.Equal((409, "soeknad-feil-status"), await Sak.Avvist(Sak.Gjoer(klient, id, "trekking")));
        Assert.Equal("soeknad-mottatt soeknad-avsluttet", await Sak.Fortalt(tjeneste, id));
        Assert.True(await Finnes(klient, soeknad, "status=trukket&type=ny"));
        Assert.False(await Finnes(klient, soeknad, "type=bytte"));
    }

    [Fact]
    public async Task Koeen_leses_side_for_side_uten_at_noen_faller_ut()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie, enhet: "sider");
        var ider = new List<string>();
        for (var i = 0; i < 5; i++)
            ider.Add((string)(await Sak.Ny(klient))["id"]!);

        var (lest, neste) = (new List<string>(), "");
        do
        {
            var side = await Sak.Hent(klient, $"{Sak.Soeknader}?status=mottatt&antall=2{neste}");
            lest.AddRange(side["innhold"]!.AsArray().Select(s => (string)s!["id"]!));
            neste = side["neste"] is { } etter ? $"&etter={etter}" : null;
        }
        while (neste is not null);

        Assert.Equal(ider, lest);
        Assert.Equal((400, "ugyldig"), await Sak.Avvist(klient.GetAsync($"{Sak.Soeknader}?frist=snart")));
    }

    [Fact]
    public async Task Den_som_har_adressesperre_er_usynlig_ogsaa_som_soeker()
    {
        using var uten = tjeneste.Som(Roller.AakeUtleie);
        using var med = tjeneste.Som(Roller.AakeUtleie, skjermet: true);
        var soeknad = await Sak.Ny(uten);
        var id = (string)soeknad["id"]!;
        Assert.True(await Finnes(uten, soeknad, "status=mottatt"));

        await uten.PostAsJsonAsync($"{Leiesak.Personer}/{soeknad["soekere"]![0]}/gradering", new { gradering = "fortrolig" });

        Assert.False(await Finnes(uten, soeknad, "status=mottatt"));
        Assert.Equal((404, "finnes-ikke"), await Sak.Avvist(uten.GetAsync($"{Sak.Soeknader}/{id}")));
        Assert.Equal((404, "finnes-ikke"), await Sak.Avvist(Sak.Innvilg(uten, id)));
        Assert.Equal((404, "finnes-ikke"), await Sak.Avvist(uten.GetAsync($"{Sak.Venteliste}/{id}/forklaring")));
        Assert.True(await Finnes(med, soeknad, "status=mottatt"));
        await Sak.Gjort(Sak.Innvilg(med, id));
    }

    [Fact]
    public async Task Soekeren_har_innsyn_i_soeknaden_sin()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        using var koordinator = tjeneste.Som(Roller.BoligsosialKoordinator, enhet: "aake");
        var soeknad = await Sak.Ny(klient);

        var innsyn = await Sak.Hent(koordinator, $"{Leiesak.Personer}/{soeknad["soekere"]![0]}/innsyn");

        Assert.Contains((string)soeknad["id"]!, innsyn.ToJsonString(), StringComparison.Ordinal);
    }

    private static async Task<bool> Finnes(HttpClient klient, JsonObject soeknad, string filter) =>
        (await Sak.Hent(klient, $"{Sak.Soeknader}?personRef={soeknad["soekere"]![0]}&{filter}"))["innhold"]!.AsArray().Any(s => (string?)s!["id"] == (string?)soeknad["id"]);
}
