using System.Net.Http.Json;
using Boligsosial.Testing;
using static Boligsosial.EndToEnd.Tests.Reiser.Reisefoelge;

namespace Boligsosial.EndToEnd.Tests.Reiser;

/// <summary>
/// The stønad unit learns of a municipal tenant by the lease and sees with consent that the tenant can buy; startlån is granted by two people and paid out; the letting unit sees
/// when the dwelling may be vacant; the tenant moves, and the next on the list is offered it.
/// </summary>
internal static class FraLeieTilEie
{
    public static async Task Gaa(Reisefoelge de, string navn, string nummer, string nesteNummer)
    {
        var bolig = await de.Bolig($"Bolig {navn}");
        var leieforhold = await de.Leieforhold(bolig, await Registrer(de.Utleie, Register, nummer));
        var neste = await Soeker(de, nesteNummer);
        var vurdering = await KanKjoepe(de, leieforhold, nummer);
        var soeknad = await Innvilget(de, nummer);
        Assert.Equal(soeknad, (string?)(await Gjoer(de.Stoenad, $"{vurdering}/soeknad", new { soeknadId = soeknad }))["soeknadId"]);

        await Eventually.Is(
            async () => (string?)(await Hent(de.Utleie, $"{Register}/leieforhold/{leieforhold}"))["forventetLedig"] == $"{Idag.AddMonths(2):yyyy-MM-dd}", "the dwelling is expected to be vacant", Frist);
        await Gjoer(de.Utleie, $"{Register}/leieforhold/{leieforhold}/oppsigelse", new { av = "leietaker" });
        await Gjoer(de.Utleie, $"{Register}/leieforhold/{leieforhold}/utflytting", new { aarsak = "kjoept-bolig", noekler = 2 });
        await Gjoer(de.Utleie, $"{Register}/boliger/{bolig}/klargjoering/kontroll", new { behov = "ingen" });

        Assert.Contains((await Hent(de.Utleie, $"{Register}/boliger/{bolig}/kandidater"))["innhold"]!.AsArray(), k => (string?)k!["soeknadId"] == neste);
        var tilbud = await Gjoer(de.Utleie, $"{Register}/tilbud", new { soeknadId = neste, boligId = bolig, begrunnelse = "Den som står for tur." });
        Assert.Equal("sendt", (string?)tilbud["status"]);
    }

    private static async Task<string> Soeker(Reisefoelge de, string nummer)
    {
        var soeknad = await Gjoer(de.Utleie, $"{Register}/soeknader", new
        {
            type = "ny",
            kanal = "papir",
            soekere = new[] { await Registrer(de.Utleie, Register, nummer) },
            husstand = new { voksne = 1, barnsAlder = new[] { 9, 4 } },
            situasjon = new[] { "nibr-5", "uegnet-bolig" },
            behov = new { soverom = 2, tilgjengelighet = "ordinaer", omraader = new[] { "Skodje" } },
            inntektPerMaaned = 21_000,
        });
        await de.Innvilg((string)soeknad["id"]!);
        return (string)soeknad["id"]!;
    }

    /// <summary>The tenant is on the list of those without bostøtte, and with consent it shows that a loan can be carried.</summary>
    private static async Task<string> KanKjoepe(Reisefoelge de, string leieforhold, string nummer)
    {
        var person = await Registrer(de.Stoenad, Finansiering, nummer);
        var leie = await Venter(
            de.Stoenad, $"{Finansiering}/leietakere/uten-bostoette", l => (string?)l["leieforholdId"] == leieforhold && (decimal?)l["maanedsleie"] == 9300, "finansiering knows the lease and its rent");
        Assert.True((decimal)leie["oevreInntektsgrense"]! > 20_000);

        var vurdering = $"{Finansiering}/kjoepsvurderinger/{(await Gjoer(de.Stoenad, $"{Finansiering}/kjoepsvurderinger", new { leieforholdId = leieforhold }))["id"]}";
        await Gjoer(de.Stoenad, $"{vurdering}/samtykke", new { fra = new[] { person } });
        await Gjoer(
            de.Stoenad, $"{vurdering}/beregning",
            new { husholdning = new { nettoInntekt = 30_000, livsopphold = 13_500 }, varianter = new[] { new { kjoepesum = 2_100_000, egenkapital = 200_000, rente = 4.381 } } });
        await Gjoer(de.Stoenad, $"{vurdering}/utfall", new { utfall = "kan-kjoepe-naa", begrunnelse = "Fast inntekt og ingen gjeld." });
        return vurdering;
    }

    /// <summary>One says what should be decided, another decides.</summary>
    private static async Task<string> Innvilget(Reisefoelge de, string nummer)
    {
        await Gjoer(de.Beslutter, $"{Finansiering}/startlaan/rammer", new { aar = Idag.Year, ordning = "ordinaer", laaneopptak = 10_000_000 });
        var person = await Registrer(de.Stoenad, Finansiering, nummer);
        var soeknad = await Gjoer(de.Stoenad, $"{Finansiering}/startlaan/soeknader", new
        {
            soekere = new[] { person },
            formaal = "kjoep",
            ordning = "ordinaer",
            voksne = 1,
            barnsAlder = new[] { 4 },
            leierKommunalt = true,
            oekonomi = new { nettoInntekt = 30_000, livsopphold = 13_500 },
            soektBeloep = 2_000_000,
            mottatt = "2026-11-02",
            etterspurt = Array.Empty<string>(),
            dokumentert = Array.Empty<string>(),
        });
        var sak = $"{Finansiering}/startlaan/soeknader/{soeknad["id"]}";
        var fakta = new { formaal = "kjoep", langvarigProblem = true, avslagIBank = true, kanBetjene = true, egnet = true, noektern = true, rimelig = true, samfinansieringVurdert = true, harSpart = true };
        await Gjoer(de.Stoenad, $"{sak}/innstilling", new { utfall = "innvilget", begrunnelse = "Får ikke lån i bank og kan betjene lånet.", fakta });
        var vedtak = new { beloep = 2_000_000, begrunnelse = "Vilkårene er oppfylt.", barnetsBeste = "Barnet kan bli i barnehagen sin." };
        using (var egen = await de.Stoenad.PostAsJsonAsync($"{sak}/innvilgelse", vedtak))
            Assert.Contains("egen-innstilling", await egen.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Gjoer(de.Beslutter, $"{sak}/innvilgelse", vedtak);
        await Gjoer(de.Beslutter, $"{sak}/utbetaling", new { beloep = 2_000_000, kjoepesum = 2_100_000, overtakelse = $"{Idag.AddMonths(2):yyyy-MM-dd}", rente = 4.381, renteDato = "2026-11-20", rentetype = "flytende", loepetidAar = 30 });
        return (string)soeknad["id"]!;
    }
}
