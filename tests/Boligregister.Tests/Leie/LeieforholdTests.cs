using System.Net;
using Boligsosial.Boligregister.Tests.Tilgang;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Tests.Leie;

/// <summary><see cref="Boligregister.Leie.InngaaLeieforhold"/>, <see cref="Boligregister.Leie.SoekLeieforhold"/>; <see cref="Boligregister.Leie.HentNaboer"/> stands in AdressesperreTests.</summary>
public sealed class LeieforholdTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    [Fact]
    public async Task Av_hundre_samtidige_leieforhold_for_en_bolig_blir_det_ett()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var (person, bolig) = (await Leiesak.Registrer(klient, Leiesak.NyttNummer()), await Bolig());

        var svar = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Leiesak.Inngaa(klient, bolig, person)));

        Assert.Equal(1, svar.Count(s => s.StatusCode == HttpStatusCode.Created));
        Assert.Equal(99, svar.Count(s => s.StatusCode == HttpStatusCode.Conflict));
        var problem = await BoligregisterTjeneste.Json(svar.First(s => s.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal("urn:boligsosial:bolig-utleid", (string?)problem["type"]);
        Assert.NotNull(problem["errors"]!["boligId"]);
    }

    [Theory]
    [InlineData("2023-07-01", "2026-07-01", "2026-07-01", null, HttpStatusCode.Created)]
    [InlineData("2023-07-01", "2026-07-01", "2026-06-30", null, HttpStatusCode.Conflict)]
    [InlineData("2026-07-01", null, "2023-07-01", "2026-07-01", HttpStatusCode.Created)]
    [InlineData("2026-07-01", null, "2023-07-01", "2026-07-02", HttpStatusCode.Conflict)]
    [InlineData("2026-01-01", null, "2030-01-01", null, HttpStatusCode.Conflict)]
    public async Task Perioder_er_halvaapne_og_overlapper_aldri(string fra, string? til, string nesteFra, string? nesteTil, HttpStatusCode ventet)
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var (person, bolig) = (await Leiesak.Registrer(klient, Leiesak.NyttNummer()), await Bolig());

        Assert.Equal(HttpStatusCode.Created, (await Leiesak.Inngaa(klient, bolig, person, fra, til)).StatusCode);
        Assert.Equal(ventet, (await Leiesak.Inngaa(klient, bolig, person, nesteFra, nesteTil)).StatusCode);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-01-01", 9500, "til-foer-fra", 422)]
    [InlineData("2026-01-01", "2025-12-31", 9500, "til-foer-fra", 422)]
    [InlineData("2026-01-01", "2028-12-31", 9500, "leietid-for-kort", 422)]
    [InlineData("2026-01-01", null, -1, "ugyldig", 400)]
    [InlineData("1989-12-31", null, 9500, "ugyldig", 400)]
    [InlineData("2026-02-30", null, 9500, "ugyldig-json", 400)]
    public async Task Ugyldige_leieforhold_avvises(string fra, string? til, int leie, string kode, int status)
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var person = await Leiesak.Registrer(klient, Leiesak.NyttNummer());

        var svar = await Leiesak.Inngaa(klient, await Bolig(), person, fra, til, leie);

        Assert.Equal((status, $"urn:boligsosial:{kode}"), ((int)svar.StatusCode, (string?)(await BoligregisterTjeneste.Json(svar))["type"]));
    }

    [Fact]
    public async Task En_bolig_eller_person_som_ikke_finnes_for_enheten_avvises()
    {
        using var aake = tjeneste.Som(Roller.AakeUtleie);
        using var nav = tjeneste.Som(Roller.NavLeder);
        var person = await Leiesak.Registrer(aake, Leiesak.NyttNummer());

        var utenBolig = await Leiesak.Inngaa(aake, $"{Guid.CreateVersion7()}", person);
        var annenEnhet = await Leiesak.Inngaa(nav, await Bolig(), person);

        Assert.Equal("urn:boligsosial:bolig-finnes-ikke", (string?)(await BoligregisterTjeneste.Json(utenBolig))["type"]);
        Assert.Equal("urn:boligsosial:person-finnes-ikke", (string?)(await BoligregisterTjeneste.Json(annenEnhet))["type"]);
    }

    [Fact]
    public async Task En_enhet_ser_ikke_en_annens_leieforhold()
    {
        var sak = await Leiesak.Ny(tjeneste, "aake");
        using var nav = tjeneste.Som(Roller.NavLeder);

        Assert.Equal(HttpStatusCode.NotFound, (await nav.GetAsync($"{Leiesak.AlleLeieforhold}/{sak.Leieforhold}")).StatusCode);
        Assert.Empty((await BoligregisterTjeneste.Json(await nav.GetAsync($"{Leiesak.AlleLeieforhold}?boligId={sak.Bolig}")))["innhold"]!.AsArray());
        Assert.Equal(0, (int)(await BoligregisterTjeneste.Json(await nav.GetAsync($"{Leiesak.AlleLeieforhold}/antall?personRef={sak.Person}")))["totalt"]!);
    }

    [Fact]
    public async Task Boveileder_forbereder_men_inngaar_ikke()
    {
        using var klient = tjeneste.Som(Roller.AakeBoveileder);
        var person = await Leiesak.Registrer(klient, Leiesak.NyttNummer());

        Assert.Equal(HttpStatusCode.Forbidden, (await Leiesak.Inngaa(klient, await Bolig(), person)).StatusCode);
    }

    private async Task<string> Bolig() => (string)(await tjeneste.Registrer()).Innhold["id"]!;
}
