using Boligsosial.Testing;
using static Boligsosial.EndToEnd.Tests.Reiser.Reisefoelge;

namespace Boligsosial.EndToEnd.Tests.Reiser;

/// <summary>
/// Somebody with a child comes at ten in the evening and has a bed that night. With consent the application goes to the letting unit, who give them a dwelling; when the keys
/// are handed over NAV is told, and ends the stay.
/// </summary>
internal static class FraGataTilEgenNoekkel
{
    public static async Task Gaa(Reisefoelge de, string navn, string nummer)
    {
        var bolig = await de.Bolig($"Bolig {navn}");
        var person = await Registrer(de.Nav, Botilbud, nummer);
        var (henvendelse, opphold) = await Seng(de, navn, person);

        await Gjoer(de.Nav, $"{Botilbud}/henvendelser/{henvendelse}/plan", new { ansvarlig = "Nora Nav", hengerPaa = "boligtjenesten", nesteSteg = "Søke kommunal bolig", frist = Dag(14) });
        await Gjoer(de.Nav, $"{Botilbud}/henvendelser/{henvendelse}/plan/boligsoeknad", new { samtykke = Dag(0), soverom = 2 });

        Assert.Equal(person, await Registrer(de.Utleie, Register, nummer));
        var soeknad = (string)(await Venter(de.Utleie, $"{Register}/soeknader?personRef={person}", s => (string?)s["kanal"] == "oversendt", "the application has come over"))["id"]!;
        await de.Innvilg(soeknad);
        await Eventually.Is(async () => (string?)(await Hent(de.Nav, $"{Botilbud}/henvendelser/{henvendelse}/plan"))["soeknadStatus"] == "innvilget", "NAV sees that it is granted", Frist);

        var tilbud = (string)(await Gjoer(de.Utleie, $"{Register}/tilbud", new { soeknadId = soeknad, boligId = bolig, begrunnelse = "Den som venter på en bolig som denne." }))["id"]!;
        await Gjoer(de.Utleie, $"{Register}/tilbud/{tilbud}/svar", new { ja = true });
        var leieforhold = (string)(await Gjoer(
            de.Utleie, $"{Register}/leieforhold", new { boligId = bolig, fra = Dag(0), maanedsleie = 9300, leietakere = new[] { person }, soeknadId = soeknad, barn = 1 }))["id"]!;
        await Gjoer(de.Utleie, $"{Register}/leieforhold/{leieforhold}/innflytting", new { noekler = 2 });

        await Eventually.Is(async () => (string?)(await Hent(de.Nav, $"{Botilbud}/opphold/{opphold}"))["foreslaattSlutt"] == Dag(0), "the end of the stay is proposed", Frist);
        var slutt = await Gjoer(de.Nav, $"{Botilbud}/opphold/{opphold}/avreise", new { aarsak = "kommunal-bolig" });
        Assert.Equal(("avsluttet", Dag(0)), ((string?)slutt["status"], (string?)slutt["til"]));
    }

    /// <summary>A place, what they need, what there is, and a vedtak the same night.</summary>
    private static async Task<(string Henvendelse, string Opphold)> Seng(Reisefoelge de, string navn, string person)
    {
        var tilbyder = (string)(await Gjoer(de.Nav, $"{Botilbud}/tilbydere", new { navn = $"Tilbyder {navn}", type = "kommunal" }))["id"]!;
        var plass = (string)(await Gjoer(de.Nav, $"{Botilbud}/plasser", new { tilbyderId = tilbyder, navn = "Hybel 1", slag = "hybel", senger = 2, tarBarn = true, pris = 700 }))["id"]!;
        await Gjoer(de.Nav, $"{Botilbud}/plasser/{plass}/kvalitetskontroll", new { dato = Dag(-1), oppfylt = new[] { "bad-og-wc", "matlaging", "klesvask", "privatliv", "besoek" } });

        var henvendelse = (string)(await Gjoer(de.Nav, $"{Botilbud}/henvendelser", new
        {
            voksne = 1,
            barnsAlder = new[] { 4 },
            personer = new[] { person },
            papirerMangler = true,
            mottatt = $"{Dag(-1)}T22:00:00+01:00",
        }))["id"]!;
        var treff = (await Hent(de.Nav, $"{Botilbud}/henvendelser/{henvendelse}/plasser?ankomst={Dag(-1)}&avreise={Dag(7)}"))["treff"]!.AsArray();
        Assert.Contains(treff, t => (string?)t!["plassId"] == plass);
        var opphold = (string)(await Gjoer(de.Nav, $"{Botilbud}/opphold", new { henvendelseId = henvendelse, plassId = plass, ankomst = Dag(-1), avreise = Dag(7) }))["id"]!;
        await Gjoer(de.Nav, $"{Botilbud}/henvendelser/{henvendelse}/innvilgelse", new { begrunnelse = "De har ikke et sted å sove.", barnetsBeste = "Barnet får være med forelderen nær barnehagen." });
        return (henvendelse, opphold);
    }
}
