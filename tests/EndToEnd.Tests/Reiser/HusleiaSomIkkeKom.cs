using Boligsosial.Testing;
using static Boligsosial.EndToEnd.Tests.Reiser.Reisefoelge;

namespace Boligsosial.EndToEnd.Tests.Reiser;

/// <summary>The rent of a month is not paid. For the one NAV finds a way and the home is kept; for the other it does not, and there is a bed the same day.</summary>
internal static class HusleiaSomIkkeKom
{
    // The krav of a month that is long enough ago for every step of the ladder.
    private const int Krav = -130;

    public static async Task Avverget(Reisefoelge de, string navn, string nummer)
    {
        var (leieforhold, sak) = await Varslet(de, navn, nummer, barn: 0, nav: 0);

        var hosNav = (string)(await Venter(de.Nav, $"{Botilbud}/forebygging?leieforholdId={leieforhold}", _ => true, "NAV has the case"))["id"]!;
        await Gjoer(de.Nav, $"{Botilbud}/forebygging/{hosNav}/svar", new { utfall = "betalingsavtale", merknad = "Kan betale i to omganger." });
        await Eventually.Is(async () => Gjort(await Hent(de.Utleie, sak)).Contains("nav-svar"), "the letting unit has NAV's answer", Frist);
        await Gjoer(de.Utleie, $"{Register}/husleie/{leieforhold}/betalingsavtale", new { avdrag = new[] { new { forfall = Dag(20), beloep = 5000 }, new { forfall = Dag(50), beloep = 4300 } } });
        await Gjoer(de.Utleie, $"{sak}/avvergelse", new { aarsak = "betalingsavtale" });
        await Venter(de.Nav, $"{Botilbud}/forebygging?leieforholdId={leieforhold}", s => (string?)s["slutt"] == "avverget", "NAV sees that it is averted");
    }

    public static async Task Gjennomfoert(Reisefoelge de, string navn, string nummer)
    {
        var (leieforhold, sak) = await Varslet(de, navn, nummer, barn: 1, nav: -60);

        var hosNav = await Venter(de.Nav, $"{Botilbud}/forebygging?leieforholdId={leieforhold}", _ => true, "NAV has the case");
        await Gjoer(de.Nav, $"{Botilbud}/forebygging/{hosNav["id"]}/svar", new { utfall = "ingen", merknad = "Alt er prøvd. Barnet følger forelderen.", dato = Dag(-40) });
        await Eventually.Is(async () => Gjort(await Hent(de.Utleie, sak)).Contains("nav-svar"), "the letting unit has NAV's answer", Frist);
        await Gjoer(de.Utleie, $"{sak}/begjaering", new { dato = Dag(-30), begrunnelse = "Alt er prøvd; barnet er ivaretatt." });
        await Gjoer(de.Utleie, $"{sak}/gjennomfoering", new { dato = Dag(0) });

        var person = (string)hosNav["personer"]![0]!;
        var henvendelse = (string)(await Venter(de.Nav, $"{Botilbud}/henvendelser?personRef={person}", h => (string?)h["bakgrunn"] == "utkastet", "a henvendelse is there at once"))["id"]!;
        var tilbyder = (string)(await Gjoer(de.Nav, $"{Botilbud}/tilbydere", new { navn = $"Tilbyder {navn}", type = "privat" }))["id"]!;
        var plass = (string)(await Gjoer(de.Nav, $"{Botilbud}/plasser", new { tilbyderId = tilbyder, navn = "Leilighet 1", slag = "leilighet", senger = 4, tarBarn = true, pris = 1500 }))["id"]!;
        var opphold = await Gjoer(de.Nav, $"{Botilbud}/opphold", new { henvendelseId = henvendelse, plassId = plass, avreise = Dag(7), begrunnelse = "Ledig i kveld; kvaliteten kontrolleres i morgen." });
        Assert.Equal((Dag(0), "loeper"), ((string?)opphold["fra"], (string?)opphold["status"]));
    }

    /// <summary>A lease with a month unpaid, on the ladder until NAV is warned.</summary>
    private static async Task<(string Leieforhold, string Sak)> Varslet(Reisefoelge de, string navn, string nummer, int barn, int nav)
    {
        await Registrer(de.Nav, Botilbud, nummer);
        var leieforhold = await de.Leieforhold(await de.Bolig($"Bolig {navn}"), await Registrer(de.Utleie, Register, nummer), barn);
        await Gjoer(de.Utleie, $"{Register}/husleie/krav", new { maaned = Dag(Krav)[..7], dato = Dag(Krav) });
        var sak = $"{Register}/fravikelser/{(await Gjoer(de.Utleie, $"{Register}/fravikelser", new { leieforholdId = leieforhold, dato = Dag(Krav + 45) }))["id"]}";
        await Gjoer(de.Utleie, $"{sak}/varsel", new { dato = Dag(-65) });
        await Gjoer(de.Utleie, $"{sak}/nav-varsel", new { kopiTilLeietaker = Dag(nav), dato = Dag(nav) });
        return (leieforhold, sak);
    }

    private static IEnumerable<string?> Gjort(System.Text.Json.Nodes.JsonNode sak) => sak["gjort"]!.AsArray().Select(g => (string?)g!["hva"]);
}
