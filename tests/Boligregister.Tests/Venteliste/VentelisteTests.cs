using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Boligsosial.Boligregister.Tests.Soeknader;
using Boligsosial.Boligregister.Tests.Tilgang;
using Boligsosial.Boligregister.Venteliste;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Boligsosial.Boligregister.Tests.Venteliste;

/// <summary>
/// <see cref="HentVenteliste"/>, <see cref="ForklarPlass"/>, <see cref="TaOeyeblikksbilde"/>, <see cref="HentOeyeblikksbilde"/>: the waiting list of units of
/// their own. Today is 1 December 2026.
/// </summary>
public sealed class VentelisteTests(BoligregisterTjeneste tjeneste, ITestOutputHelper ut) : IClassFixture<BoligregisterTjeneste>
{
    [Fact]
    public async Task Listen_er_rangert_med_grunner_og_forklaringen_gir_samme_plass()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie, enhet: "rangert");
        var uegnet = await Ventende(klient, "uegnet-bolig", barn: false);
        var eldre = await Ventende(klient, "uegnet-bolig", barn: false, mottatt: "2026-11-10");
        var barn = await Ventende(klient, "nibr-5", barn: true);
        var fare = await Ventende(klient, "fare-for-aa-miste", barn: false);
        await Sak.Ny(klient); // not decided on
        await Ventende(klient, "nibr-1", barn: true, mottatt: "2026-08-30"); // lapsed

        var liste = (await Sak.Hent(klient, Sak.Venteliste))["innhold"]!.AsArray();

        Assert.Equal([barn, fare, eldre, uegnet], liste.Select(l => (string)l!["soeknad"]!["id"]!));
        Assert.Equal([(1, 60), (2, 25), (3, 15), (4, 15)], liste.Select(l => ((int)l!["plass"]!, (int)l["poeng"]!)));
        Assert.Contains(liste[0]!["grunner"]!.AsArray(), g => (string?)g!["kode"] == "barnefamilie" && (int)g["poeng"]! == 20 && ((string?)g["kilde"])!.Contains("k.sak 008/20", StringComparison.Ordinal));
        foreach (var rad in liste)
        {
            var forklaring = await Sak.Hent(klient, $"{Sak.Venteliste}/{rad!["soeknad"]!["id"]}/forklaring");
            Assert.Equal(((int)rad["plass"]!, (int)rad["poeng"]!, 4), ((int)forklaring["plass"]!, (int)forklaring["poeng"]!, (int)forklaring["antall"]!));
        }
    }

    [Fact]
    public async Task Det_forklaringen_sier_ville_gi_en_ny_plass_gir_den_plassen()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie, enhet: "endring");
        foreach (var situasjon in new[] { "nibr-1", "nibr-2", "fare-for-aa-miste", "uegnet-bolig" })
            await Ventende(klient, situasjon, barn: false);
        var meg = (string)(await Sak.Ny(klient, endre: s => (s["situasjon"], s["husstand"]) = (new JsonArray("uegnet-bolig"), new JsonObject { ["voksne"] = 1, ["barnsAlder"] = new JsonArray() })))["id"]!;
        await Sak.Gjort(Sak.Innvilg(klient, meg));
        var forklaring = await Sak.Hent(klient, $"{Sak.Venteliste}/{meg}/forklaring");
        var ventet = (int)forklaring["endringer"]!.AsArray().Single(e => (string?)e!["kode"] == "barnefamilie")!["nyPlass"]!;

        await Sak.Gjort(Sak.Gjoer(klient, meg, "fornyelse", new { husstand = new { voksne = 1, barnsAlder = new[] { 0 } } }));

        Assert.Equal((5, 3), ((int)forklaring["plass"]!, ventet));
        Assert.Equal(ventet, (int)(await Sak.Hent(klient, $"{Sak.Venteliste}/{meg}/forklaring"))["plass"]!);
    }

    [Fact]
    public async Task En_plass_regnes_ut_igjen_av_det_som_ble_lagret_ogsaa_etter_at_kriterier_og_fakta_er_endret()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie, enhet: "igjen");
        var (foerst, sist) = (await Ventende(klient, "fare-for-aa-miste", barn: false), await Ventende(klient, "uegnet-bolig", barn: false));
        var bilde = (string)(await Sak.Gjort(klient.PostAsync($"{Sak.Venteliste}/oeyeblikksbilder", null)))["id"]!;
        var forklart = (string)(await Sak.Hent(klient, $"{Sak.Venteliste}/{foerst}/forklaring"))["tekst"]!;

        await Sak.Gjort(Sak.Gjoer(klient, sist, "fornyelse", new { husstand = new { voksne = 1, barnsAlder = new[] { 2 } } }));
        await Ventende(klient, "nibr-1", barn: true);
        var nye = await MedKriterier(new Kriterium { Kode = "fare-for-aa-miste", Poeng = 1, Situasjon = ["fare-for-aa-miste"], Fra = new(2026, 12, 1) });
        Assert.NotEqual([foerst, sist], nye.Take(2));

        var hentet = await Sak.Hent(klient, $"{Sak.Venteliste}/oeyeblikksbilder/{bilde}");
        Assert.Equal([(1, foerst, 25), (2, sist, 15)], hentet["innhold"]!.AsArray().Select(r => ((int)r!["plass"]!, (string)r["soeknadId"]!, (int)r["poeng"]!)));
        Assert.True((bool)hentet["stemmer"]!);
        Assert.Equal(forklart, (string?)(await Sak.Hent(klient, $"{Sak.Venteliste}/{foerst}/forklaring?oeyeblikksbilde={bilde}"))["tekst"]);

        // What was tampered with is found out.
        await tjeneste.Sql<int>($"UPDATE venteliste_rad SET poeng = 26 WHERE oeyeblikksbilde_id = '{bilde}' AND plass = 2 RETURNING poeng");
        Assert.False((bool)(await Sak.Hent(klient, $"{Sak.Venteliste}/oeyeblikksbilder/{bilde}"))["stemmer"]!);

        async Task<List<string>> MedKriterier(Kriterium nytt)
        {
            await using var scope = tjeneste.Services.CreateAsyncScope();
            var rangering = await Ventelisten.Hent(
                scope.ServiceProvider.GetRequiredService<BoligregisterDb>(), new() { Kriterier = [.. Profil.Aalesund.Venteliste.Kriterier, nytt] }, Bruker("igjen"), new(2026, 12, 1), CancellationToken.None);
            return rangering.Alle.Select(v => $"{v.SoeknadId}").ToList();
        }
    }

    [Fact]
    public async Task Den_som_ikke_ses_beholder_plassen_sin_og_de_andre_sin()
    {
        using var uten = tjeneste.Som(Roller.AakeUtleie, enhet: "skjult");
        using var med = tjeneste.Som(Roller.AakeUtleie, enhet: "skjult", skjermet: true);
        var (skjult, synlig) = (await Ventende(uten, "nibr-1", barn: true), await Ventende(uten, "uegnet-bolig", barn: false));
        var person = (await Sak.Hent(uten, $"{Sak.Soeknader}/{skjult}"))["soekere"]![0];
        await uten.PostAsJsonAsync($"{Leiesak.Personer}/{person}/gradering", new { gradering = "strengt-fortrolig" });

        Assert.Equal([(2, synlig)], await Plasser(uten));
        Assert.Equal([(1, skjult), (2, synlig)], await Plasser(med));
        await using var scope = tjeneste.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BoligregisterDb>();
        Assert.Equal([2], (await Ventelisten.Hent(db, Profil.Aalesund.Venteliste, Bruker("skjult"), new(2026, 12, 1), CancellationToken.None)).Alle.Select(v => v.Plass));
        Assert.Equal([1, 2], (await Ventelisten.Hent(db, Profil.Aalesund.Venteliste, Bruker("skjult") with { Skjermet = true }, new(2026, 12, 1), CancellationToken.None)).Alle.Select(v => v.Plass));

        static async Task<IEnumerable<(int, string)>> Plasser(HttpClient klient) =>
            (await Sak.Hent(klient, $"{Sak.Venteliste}?antall=1"))["neste"] is { } neste
                ? [.. await Side(klient, ""), .. await Side(klient, $"&etter={neste}")]
                : await Side(klient, "");

        static async Task<IEnumerable<(int, string)>> Side(HttpClient klient, string etter) =>
            (await Sak.Hent(klient, $"{Sak.Venteliste}?antall=1{etter}"))["innhold"]!.AsArray().Select(l => ((int)l!["plass"]!, (string)l["soeknad"]!["id"]!));
    }

    [Fact]
    public async Task Den_som_ikke_venter_har_ingen_plass_og_en_annen_enhets_liste_finnes_ikke()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie, enhet: "annen");
        using var nav = tjeneste.Som(Roller.NavLeder);
        var venter = await Ventende(klient, "nibr-1", barn: false);
        var bilde = (string)(await Sak.Gjort(klient.PostAsync($"{Sak.Venteliste}/oeyeblikksbilder", null)))["id"]!;
        var mottatt = (string)(await Sak.Ny(klient))["id"]!;

        Assert.Equal((409, "ikke-paa-ventelisten"), await Sak.Avvist(klient.GetAsync($"{Sak.Venteliste}/{mottatt}/forklaring")));
        Assert.Equal((409, "ikke-paa-ventelisten"), await Sak.Avvist(klient.GetAsync($"{Sak.Venteliste}/{mottatt}/forklaring?oeyeblikksbilde={bilde}")));
        Assert.Equal((404, "finnes-ikke"), await Sak.Avvist(nav.GetAsync($"{Sak.Venteliste}/{venter}/forklaring")));
        Assert.Equal((404, "finnes-ikke"), await Sak.Avvist(nav.GetAsync($"{Sak.Venteliste}/oeyeblikksbilder/{bilde}")));
        Assert.Empty((await Sak.Hent(nav, Sak.Venteliste))["innhold"]!.AsArray());
    }

    [Fact]
    public async Task Tjue_tusen_som_venter_rangeres_og_forklares_likt_av_database_og_regel()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie, enhet: "mange");
        var meg = await Ventende(klient, "uegnet-bolig", barn: true, mottatt: "2026-10-31");
        await tjeneste.Sql<long>(
            """
            WITH ny AS (
                INSERT INTO soeknad SELECT (json_populate_record(s, json_build_object(
                    'id', gen_random_uuid(), 'mottatt', date '2026-09-01' + nr % 91, 'gyldig_til', '2027-03-01',
                    'situasjon', (ARRAY['{}', '{nibr-2}', '{fare-for-aa-miste}', '{uegnet-bolig}', '{nibr-5,uegnet-bolig}'])[1 + nr * 7 % 5]::text[],
                    'barns_alder', (ARRAY['{}', '{4}', '{0,17}'])[1 + nr * 11 % 3]::int[]))).*
                FROM soeknad s, generate_series(1, 20000) nr WHERE s.enhet = 'mange' RETURNING 1)
            SELECT count(*) FROM ny
            """);
        await tjeneste.Sql<object?>("ANALYZE soeknad");
        await using var scope = tjeneste.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BoligregisterDb>();

        var rangering = await Ventelisten.Hent(db, Profil.Aalesund.Venteliste, Bruker("mange"), new(2026, 12, 1), CancellationToken.None);
        var start = Stopwatch.GetTimestamp();
        rangering = await Ventelisten.Hent(db, Profil.Aalesund.Venteliste, Bruker("mange"), new(2026, 12, 1), CancellationToken.None);
        ut.WriteLine($"Hent: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        Assert.Equal(20_001, rangering.Alle.Count);

        var plassert = rangering.Alle.Single(v => $"{v.SoeknadId}" == meg);
        var tider = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            start = Stopwatch.GetTimestamp();
            var forklaring = await Sak.Hent(klient, $"{Sak.Venteliste}/{meg}/forklaring");
            tider.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Assert.Equal((plassert.Plass, plassert.Poeng, 20_001), ((int)forklaring["plass"]!, (int)forklaring["poeng"]!, (int)forklaring["antall"]!));
        }

        ut.WriteLine($"Forklaring: {string.Join(' ', tider.Select(t => $"{t:0}"))} ms");
        start = Stopwatch.GetTimestamp();
        Assert.Equal(50, (await Sak.Hent(klient, Sak.Venteliste))["innhold"]!.AsArray().Count);
        ut.WriteLine($"Side: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
    }

    private static Bruker Bruker(string enhet) => new("prøve", "Prøve", Brukertype.Ansatt, [Roller.AakeUtleie], enhet, false);

    private static async Task<string> Ventende(HttpClient klient, string situasjon, bool barn, string mottatt = "2026-11-20") => (string)(await Sak.Ventende(klient, mottatt, s =>
    {
        s["situasjon"] = new JsonArray(situasjon);
        s["husstand"] = new JsonObject { ["voksne"] = 1, ["barnsAlder"] = barn ? new JsonArray(4) : new JsonArray() };
    }))["id"]!;
}
