using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Tests.Soeknader;

/// <summary>
/// <see cref="Boligregister.Soeknader.RegistrerKlage"/>, <see cref="Boligregister.Soeknader.OmgjoerVedtak"/>, <see cref="Boligregister.Soeknader.OversendKlage"/>,
/// <see cref="Boligregister.Soeknader.AvgjoerKlage"/>, <see cref="Boligregister.Soeknader.HentVedtaksbrev"/>. Today is 1 December 2026.
/// </summary>
public sealed class KlageTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    private static readonly object Innvilgelse = new { kategorier = new[] { "gjennomgangsbolig" }, begrunnelse = "Etter ny vurdering er husstanden uten egnet bolig.", dato = "2026-11-28" };

    [Theory]
    [InlineData("2026-10-01", "2026-10-27", false)] // reckoned to come on the 5th: three weeks are the 26th
    [InlineData("2026-10-01", "2026-10-26", true)]
    [InlineData("2025-12-01", "2026-12-01", false)] // a year to the day: late, but may be taken
    public async Task En_klage_noteres_som_for_sen_dagen_etter_fristen(string vedtak, string klage, bool iTide)
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var id = await Avslaatt(klient, vedtak);

        var svar = await Sak.Gjort(Sak.Gjoer(klient, id, "klage", new { grunn = "Vi har ikke egnet bolig.", dato = klage }));

        Assert.Equal(!iTide, (bool)svar["vedtak"]![0]!["klage"]!["forSent"]!);
        Assert.Equal((409, "klage-finnes"), await Sak.Avvist(Sak.Gjoer(klient, id, "klage", new { grunn = "Igjen." })));
    }

    [Fact]
    public async Task Det_som_ikke_kan_klages_paa_eller_mangler_klage_avvises()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var uten = (string)(await Sak.Ny(klient))["id"]!;
        Assert.Equal((409, "ingen-vedtak"), await Sak.Avvist(Sak.Gjoer(klient, uten, "klage", new { grunn = "Hvor lenge?" })));
        Assert.Equal((409, "ingen-vedtak"), await Sak.Avvist(klient.GetAsync($"{Sak.Soeknader}/{uten}/vedtaksbrev")));

        var gammelt = await Avslaatt(klient, "2025-11-30");
        Assert.Equal((422, "klage-over-ett-aar"), await Sak.Avvist(Sak.Gjoer(klient, gammelt, "klage", new { grunn = "Vi klager." })));

        var id = await Avslaatt(klient, "2026-11-20");
        Assert.Equal((400, "ugyldig"), await Sak.Avvist(Sak.Gjoer(klient, id, "klage", new { grunn = " " })));
        Assert.Equal((422, "dato-for-tidlig"), await Sak.Avvist(Sak.Gjoer(klient, id, "klage", new { grunn = "Vi klager.", dato = "2026-11-19" })));
        Assert.Equal((409, "ingen-klage"), await Sak.Avvist(Sak.Gjoer(klient, id, "klage/oversendelse")));
        Assert.Equal((409, "ingen-klage"), await Sak.Avvist(Sak.Gjoer(klient, id, "klage/omgjoering", Innvilgelse)));
        Assert.Equal((409, "ingen-klage"), await Sak.Avvist(Sak.Gjoer(klient, id, "klage/utfall", new { utfall = "stadfestet" })));
        await Sak.Gjort(Sak.Gjoer(klient, id, "klage", new { grunn = "Vi klager.", dato = "2026-11-25" }));
        foreach (var utfall in new[] { "stadfestet", "opphevet", "omgjort" })
            Assert.Equal((409, "klage-ikke-oversendt"), await Sak.Avvist(Sak.Gjoer(klient, id, "klage/utfall", new { utfall, vedtak = utfall == "omgjort" ? Innvilgelse : null })));
        Assert.Equal((422, "dato-for-tidlig"), await Sak.Avvist(Sak.Gjoer(klient, id, "klage/oversendelse", new { dato = "2026-11-24" })));
    }

    [Fact]
    public async Task Kommunen_kan_gi_medhold_selv_og_da_venter_soekeren_paa_bolig()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var id = await Avslaatt(klient, "2026-11-20", mottatt: "2026-08-25");
        await Sak.Gjort(Sak.Gjoer(klient, id, "klage", new { grunn = "Vi har ikke egnet bolig.", dato = "2026-11-24" }));
        Assert.Contains(id, (await Sak.Hent(klient, $"{Sak.Soeknader}?frist=klage-til-behandling&antall=500")).ToJsonString(), StringComparison.Ordinal);

        var svar = await Sak.Gjort(Sak.Gjoer(klient, id, "klage/omgjoering", Innvilgelse));

        Assert.Equal(("innvilget", "2027-02-28", 2), ((string?)svar["status"], (string?)svar["gyldigTil"], svar["vedtak"]!.AsArray().Count));
        Assert.Equal("omgjort", (string?)svar["vedtak"]![0]!["klage"]!["utfall"]);
        Assert.Equal("soeknad-mottatt soeknad-avgjort soeknad-avsluttet soeknad-avgjort", await Sak.Fortalt(tjeneste, id));
        Assert.DoesNotContain(id, (await Sak.Hent(klient, $"{Sak.Soeknader}?frist=klage-til-behandling&antall=500")).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((409, "ingen-klage"), await Sak.Avvist(Sak.Gjoer(klient, id, "klage/omgjoering", Innvilgelse)));
    }

    [Theory]
    [InlineData("stadfestet", "avslag", "soeknad-mottatt soeknad-avgjort soeknad-avsluttet")]
    [InlineData("omgjort", "innvilget", "soeknad-mottatt soeknad-avgjort soeknad-avsluttet soeknad-avgjort")]
    [InlineData("opphevet", "mottatt", "soeknad-mottatt soeknad-avgjort soeknad-avsluttet soeknad-gjenaapnet")]
    public async Task Klagenemnda_stadfester_omgjoer_eller_opphever(string utfall, string status, string fortalt)
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var id = await Avslaatt(klient, "2026-11-20");
        await Sak.Gjort(Sak.Gjoer(klient, id, "klage", new { grunn = "Vi har ikke egnet bolig.", dato = "2026-11-24" }));
        await Sak.Gjort(Sak.Gjoer(klient, id, "klage/oversendelse", new { dato = "2026-11-26" }));
        Assert.Equal((409, "klage-oversendt"), await Sak.Avvist(Sak.Gjoer(klient, id, "klage/oversendelse")));
        Assert.Equal((409, "klage-oversendt"), await Sak.Avvist(Sak.Gjoer(klient, id, "klage/omgjoering", Innvilgelse)));
        Assert.Equal((422, "dato-for-tidlig"), await Sak.Avvist(Sak.Gjoer(klient, id, "klage/utfall", new { utfall = "stadfestet", dato = "2026-11-25" })));
        Assert.Equal((400, "ugyldig"), await Sak.Avvist(Sak.Gjoer(klient, id, "klage/utfall", new { utfall = "omgjort" })));

        var svar = await Sak.Gjort(Sak.Gjoer(klient, id, "klage/utfall", new { utfall, vedtak = utfall == "omgjort" ? Innvilgelse : null, dato = "2026-11-30" }));

        Assert.Equal(status, (string?)svar["status"]);
        Assert.Equal(fortalt, await Sak.Fortalt(tjeneste, id));
        Assert.Equal((409, utfall == "omgjort" ? "ingen-klage" : "klage-avgjort"), await Sak.Avvist(Sak.Gjoer(klient, id, "klage/utfall", new { utfall = "stadfestet" })));
        if (utfall == "opphevet")
            Assert.Equal(2, (await Sak.Gjort(Sak.Avslaa(klient, id)))["vedtak"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("lav-inntekt-alene", "situasjon-til-stede", 422)]
    [InlineData("opplysninger-mangler", "dokumentasjon-ikke-etterspurt", 422)]
    [InlineData("ikke-rusfri", "ukjent-verdi", 400)]
    [InlineData("manglende-boevne", "ukjent-verdi", 400)]
    public async Task Et_avslag_maa_ha_en_grunn_som_finnes_og_stemmer(string grunn, string kode, int status)
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var id = (string)(await Sak.Ny(klient))["id"]!;

        var (fikk, avvist) = await Sak.Avvist(Sak.Avslaa(klient, id, grunn));

        Assert.Equal(status, fikk);
        if (status == 422)
            Assert.Equal(kode, avvist);
        Assert.Equal((400, "ugyldig"), await Sak.Avvist(Sak.Gjoer(klient, id, "avslag", new { grunn = "har-egnet-bolig", begrunnelse = "", hjemmel = "" })));
        Assert.Equal((422, "grunnlag-mangler"), await Sak.Avvist(Sak.Gjoer(klient, id, "innvilgelse", new { kategorier = new[] { "gjennomgangsbolig" }, begrunnelse = "Lav inntekt.", situasjon = Array.Empty<string>() })));
        Assert.Equal((400, "ugyldig"), await Sak.Avvist(Sak.Gjoer(klient, id, "innvilgelse", new { kategorier = new[] { "slott" }, begrunnelse = "Ja." })));
    }

    [Fact]
    public async Task Brevet_sier_alt_som_maa_til_for_aa_klage()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var id = await Avslaatt(klient, "2026-11-25");

        var brev = await klient.GetStringAsync($"{Sak.Soeknader}/{id}/vedtaksbrev");

        foreach (var ventet in new[] { "ER AVSLÅTT", "25.11.2026", "til og med 21.12.2026", "forvaltningsloven § 29", "kommunal klagenemnd", "§§ 18 og 19", "§ 42", "k.sak 008/20", "kan leie i det private markedet", "bor i uegnet bolig" })
            Assert.Contains(ventet, brev, StringComparison.Ordinal);
        Assert.DoesNotContain("Test Testesen", brev, StringComparison.Ordinal);
    }

    private static async Task<string> Avslaatt(HttpClient klient, string vedtak, string? mottatt = null)
    {
        var id = (string)(await Sak.Ny(klient, mottatt ?? DateOnly.Parse(vedtak).AddDays(-10).ToString("yyyy-MM-dd")))["id"]!;
        await Sak.Gjort(Sak.Avslaa(klient, id, dato: vedtak));
        return id;
    }
}
