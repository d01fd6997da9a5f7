using System.Net;
using System.Text.Json;
using Boligsosial.Finansiering.Tests.Startlaan;
using Boligsosial.Finansiering.Tilskudd;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Tilskudd;

/// <summary>
/// Tilskudd beside startlån and NAV: <see cref="EndreFinansieringsplan"/>, <see cref="NoterNavsvar"/>, <see cref="InnvilgTilskudd"/>, <see cref="UtbetalTilskudd"/>. Today is 1 December 2026.
/// </summary>
public sealed class FinansieringsplanTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    [Fact]
    public async Task Tilskudd_egne_midler_og_andre_midler_er_det_det_koster_verken_mer_eller_mindre()
    {
        using var saker = new Tilskuddssaker(tjeneste, "plan");
        await Gjort(saker.SettRamme(1_000_000));
        var id = await saker.Innstilt(plan: Tilskuddssaker.Plan(2_000_000.50m, 1_700_000, 100_000));

        var mangler = await FinansieringTjeneste.ErProblem(await saker.Innvilg(id, 200_000), 422, "finansiering-dekker-ikke");
        Assert.Contains("mangler 0,50 kr", mangler.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("§ 14 første ledd", mangler.GetProperty("hjemmel").GetProperty("paragraf").GetString());
        Assert.Equal((422, "finansiering-over-kostnad"), await Avvist(saker.Innvilg(id, 200_000.51m)));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Innvilg(id, 200_000.501m)));

        var svar = await Gjort(saker.Innvilg(id, 200_000.50m));

        Assert.Equal(0, svar.GetProperty("finansiering").GetProperty("mangler").GetDecimal());
    }

    [Fact]
    public async Task Et_startlaan_for_det_samme_regnes_med_naar_det_er_innvilget()
    {
        using var saker = new Tilskuddssaker(tjeneste, "startlån");
        await Gjort(saker.SettRamme(1_000_000));
        await saker.Laan.Ramme(10_000_000);
        var laan = await saker.Laan.Ny();
        var laanId = laan.GetProperty("id").GetString()!;
        string[] soekere = [laan.GetProperty("soekere")[1].GetString()!];
        var plan = Tilskuddssaker.Plan(1_700_000, 0, startlaanId: laanId);
        var id = (await saker.Ny(plan: plan, soekere: soekere)).GetProperty("id").GetString()!;
        await Gjort(saker.Innstill(id));
        Assert.Equal((409, "startlaan-ikke-innvilget"), await Avvist(saker.Innvilg(id)));
        await Gjort(saker.Laan.Innstill(laanId));
        await Gjort(saker.Laan.Innvilg(laanId, 1_500_000));

        var svar = await Gjort(saker.Innvilg(id));

        Assert.Equal((1_500_000m, 0m), (svar.GetProperty("finansiering").GetProperty("startlaan").GetDecimal(), svar.GetProperty("finansiering").GetProperty("mangler").GetDecimal()));
        // Less was lent: what is missing is no hindrance to paying, and shows.
        await Gjort(saker.Laan.Utbetal(laanId, 1_400_000));
        Assert.Equal(100_000m, (await saker.Hent(id)).GetProperty("finansiering").GetProperty("mangler").GetDecimal());
        await Gjort(saker.Utbetal(id, 200_000));
    }

    [Fact]
    public async Task Faller_laanet_bort_utbetales_ingenting_foer_planen_sier_hvor_pengene_kommer_fra()
    {
        using var saker = new Tilskuddssaker(tjeneste, "bortfalt");
        await Gjort(saker.SettRamme(1_000_000));
        await saker.Laan.Ramme(10_000_000);
        var laanId = await saker.Laan.Innvilget();
        string[] soekere = [(await saker.Laan.Hent(laanId)).GetProperty("soekere")[0].GetString()!];
        var id = (await saker.Ny(plan: Tilskuddssaker.Plan(1_700_000, 0, startlaanId: laanId), soekere: soekere)).GetProperty("id").GetString()!;
        await Gjort(saker.Innstill(id));
        await Gjort(saker.Innvilg(id));
        await Gjort(saker.Utbetal(id, 50_000, "2026-11-12"));
        await Gjort(Gjoer(saker.Laan.Saksbehandler, laanId, "trekking", new { dato = "2026-11-15" }));

        var problem = await FinansieringTjeneste.ErProblem(await saker.Utbetal(id, 150_000), 409, "startlaan-ikke-innvilget");

        Assert.Equal("§ 14 første ledd", problem.GetProperty("hjemmel").GetProperty("paragraf").GetString());
        await Gjort(saker.EndrePlan(id, Tilskuddssaker.Plan(1_700_000, 0, andreMidler: 1_500_000)));
        await Gjort(saker.Utbetal(id, 150_000));
    }

    [Fact]
    public async Task Et_bevis_som_har_loept_ut_baerer_ikke_et_vedtak_datert_foer_det_loep_ut_men_det_som_alt_var_utbetalt_kan_foeres()
    {
        using var saker = new Tilskuddssaker(tjeneste, "utløpt-bevis");
        await Gjort(saker.SettRamme(1_000_000));
        await saker.Laan.Ramme(10_000_000);
        var (foer, etter) = (await Plan(), await Plan());
        await Gjort(saker.Innvilg(foer.Id));
        // Six months from 10 November; here as if it was given in May.
        await tjeneste.Sql<int>($"UPDATE startlaansoeknad SET bevis_til = '2026-11-25' WHERE id IN ('{foer.Laan}', '{etter.Laan}'); SELECT 1");

        Assert.Equal((409, "startlaan-ikke-innvilget"), await Avvist(saker.Innvilg(etter.Id)));
        await Gjort(saker.Laan.Beslutter.PostAsync($"{Laanesaker.Startlaan}/soeknader/utloep", null));
        Assert.Equal((409, "startlaan-ikke-innvilget"), await Avvist(saker.Innvilg(etter.Id)));
        await Gjort(saker.Utbetal(foer.Id, 100_000, "2026-11-25"));
        Assert.Equal((409, "startlaan-ikke-innvilget"), await Avvist(saker.Utbetal(foer.Id, 100_000, "2026-11-26")));

        async Task<(string Id, string Laan)> Plan()
        {
            var laan = await saker.Laan.Innvilget();
            string[] soekere = [(await saker.Laan.Hent(laan)).GetProperty("soekere")[0].GetString()!];
            var id = (await saker.Ny(plan: Tilskuddssaker.Plan(1_700_000, 0, startlaanId: laan), soekere: soekere)).GetProperty("id").GetString()!;
            await Gjort(saker.Innstill(id));
            return (id, laan);
        }
    }

    [Fact]
    public async Task Et_startlaan_er_med_i_en_plan_om_gangen_ogsaa_naar_to_registrerer_samtidig()
    {
        using var saker = new Tilskuddssaker(tjeneste, "samme-lån");
        var laan = await saker.Laan.Ny();
        var plan = Tilskuddssaker.Plan(startlaanId: laan.GetProperty("id").GetString());
        string[] soekere = [laan.GetProperty("soekere")[0].GetString()!];

        var svar = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => saker.Registrer(plan: plan, soekere: soekere)));

        Assert.Single(svar, s => s.StatusCode == HttpStatusCode.Created);
        foreach (var nei in svar.Where(s => s.StatusCode != HttpStatusCode.Created))
            await FinansieringTjeneste.ErProblem(nei, 409, "startlaan-har-tilskudd");
        // Withdrawn, it lets go of the loan.
        var foerste = JsonSerializer.Deserialize<JsonElement>(await svar.Single(s => s.StatusCode == HttpStatusCode.Created).Content.ReadAsStringAsync()).GetProperty("id").GetString()!;
        await Gjort(Tilskuddssaker.Gjoer(saker.Saksbehandler, foerste, "trekking"));
        var andre = (await saker.Ny(soekere: soekere)).GetProperty("id").GetString()!;
        Assert.Equal(laan.GetProperty("id").GetString(), (await Gjort(saker.EndrePlan(andre, plan))).GetProperty("startlaanId").GetString());
        Assert.Equal((422, "startlaan-finnes-ikke"), await Avvist(saker.Registrer(plan: plan)));
        Assert.Equal((422, "startlaan-finnes-ikke"), await Avvist(saker.EndrePlan(andre, Tilskuddssaker.Plan(startlaanId: $"{Guid.CreateVersion7()}"))));
    }

    [Fact]
    public async Task Startlaanet_til_en_annen_enhet_er_ikke_der()
    {
        using var saker = new Tilskuddssaker(tjeneste, "egen");
        using var andre = new Tilskuddssaker(tjeneste, "fremmed");
        var laan = await andre.Laan.Ny();

        Assert.Equal((422, "startlaan-finnes-ikke"), await Avvist(saker.Registrer(plan: Tilskuddssaker.Plan(startlaanId: laan.GetProperty("id").GetString()))));
    }

    [Fact]
    public async Task Det_nav_dekker_trekkes_fra_og_stegene_staar_der()
    {
        using var saker = new Tilskuddssaker(tjeneste, "nav");
        await Gjort(saker.SettRamme(1_000_000, type: "tilpasning"));
        var id = (await saker.Ny("tilpasning", soektBeloep: 200_000, plan: Tilskuddssaker.Plan(200_000, 0))).GetProperty("id").GetString()!;
        Assert.Equal((400, "ugyldig"), await Avvist(Nav("soekt", 1)));
        Assert.Equal((400, "ugyldig"), await Avvist(Nav("innvilget", null)));
        Assert.Equal((422, "dato-i-framtiden"), await Avvist(Nav("soekt", null, "2026-12-02")));
        await Gjort(Nav("soekt", null, "2026-10-01"));
        Assert.Equal((422, "vilkaar-ikke-vurdert"), await Avvist(saker.Innstill(id)));
        Assert.Equal((422, "dato-for-tidlig"), await Avvist(Nav("innvilget", 66_250, "2026-09-30")));
        await Gjort(Nav("innvilget", 66_250, "2026-11-03"));
        Assert.Equal("oppfylt", await Vilkaaret());

        Assert.Equal((422, "finansiering-over-kostnad"), await Avvist(saker.Innvilg(id, 200_000)));
        var svar = await Gjort(saker.Innvilg(id, 133_750));

        Assert.Equal(66_250m, svar.GetProperty("finansiering").GetProperty("nav").GetDecimal());
        Assert.Equal(["soekt", "innvilget"], svar.GetProperty("nav").EnumerateArray().Select(n => n.GetProperty("hendelse").GetString()));
        // NAV covers more afterwards: no more is paid out than what is left of the cost, and the rest goes back.
        await Gjort(Nav("innvilget", 100_000, "2026-11-15"));
        await Gjort(saker.Utbetal(id, 100_000));
        Assert.Equal((422, "finansiering-over-kostnad"), await Avvist(saker.Utbetal(id, 0.01m)));
        var ferdig = await Gjort(Tilskuddssaker.Gjoer(saker.Beslutter, id, "tilbakefoering", new { grunn = "NAV dekker mer." }));
        Assert.Equal(("utbetalt", 100_000m, "NAV dekker mer."), (ferdig.GetProperty("status").GetString(), ferdig.GetProperty("innvilget").GetDecimal(), ferdig.GetProperty("tilbakefoertGrunn").GetString()));
        Assert.Equal(900_000m, (await saker.RammeNaa(type: "tilpasning")).GetProperty("ledig").GetDecimal());
        Assert.Equal((409, "soeknad-feil-status"), await Avvist(Nav("avslag", null)));

        Task<HttpResponseMessage> Nav(string hendelse, decimal? dekker, string? dato = null) => Tilskuddssaker.Gjoer(saker.Saksbehandler, id, "nav", new { hendelse, dekker, merknad = "Rampe", dato });

        async Task<string?> Vilkaaret() => (await Gjort(saker.Innstill(id))).GetProperty("innstilling").GetProperty("vilkaar").EnumerateArray()
            .Single(v => v.GetProperty("navn").GetString() == "nav-hjelpemiddelsentral").GetProperty("utfall").GetString();
    }

    [Fact]
    public async Task Planen_endres_paa_den_versjonen_som_er_lest_til_saken_er_ferdig()
    {
        using var saker = new Tilskuddssaker(tjeneste, "versjon");
        await Gjort(saker.SettRamme(1_000_000));
        var id = await saker.Innvilget();

        Assert.Equal((428, "if-match-mangler"), await Avvist(saker.EndrePlan(id, Tilskuddssaker.Plan(), "")));
        Assert.Equal((412, "utdatert"), await Avvist(saker.EndrePlan(id, Tilskuddssaker.Plan(), "\"1\"")));
        // The price became lower: only what it costs is paid.
        await Gjort(saker.EndrePlan(id, Tilskuddssaker.Plan(1_900_000, 1_800_000)));
        Assert.Contains("Kostnaden er 2 000 000 kroner.", await saker.Saksbehandler.GetStringAsync($"{Tilskuddssaker.Tilskudd}/soeknader/{id}/vedtaksbrev"), StringComparison.Ordinal);
        Assert.Equal((422, "finansiering-over-kostnad"), await Avvist(saker.Utbetal(id, 100_001)));
        await Gjort(saker.Utbetal(id, 100_000));
        await Gjort(Tilskuddssaker.Gjoer(saker.Beslutter, id, "tilbakefoering", new { grunn = "Billigere.", dato = "2026-11-20" }));
        Assert.Equal((409, "soeknad-feil-status"), await Avvist(saker.EndrePlan(id, Tilskuddssaker.Plan())));
    }
}
