namespace Boligsosial.Client.Tests;

public class BoligsosialEnhetTests
{
    [Fact]
    public async Task Henter_boligmassen_med_datoer_og_filtre_som_tjenesten_skriver_dem()
    {
        var svar = Svar.Json("""
            {
              "innhold": [{"omraade":"Skodje","kategori":"enNyKategori","status":"ledig-klar","soverom":2,"tilgjengelighet":"rullestol","antall":3,"nytt":1}],
              "totalt": 3, "sistOppdatert": "2026-12-01T11:00:00+00:00",
              "historikk": [{"dato":"2026-11-30","status":"ledig-klar","antall":2}]
            }
            """);
        var filter = new Boligmassefilter
        {
            Dato = new DateOnly(2026, 12, 1),
            HistorikkFra = new DateOnly(2026, 11, 30),
            Omraade = ["Skodje", "Ørskog"],
            Kategori = [Boligkategori.Bemannet],
        };

        var boligmasse = await Klient(svar).HentBoligmasse(filter, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["GET /api/v1/boligsosial-enhet/oversikt/boligmasse?dato=2026-12-01&historikkFra=2026-11-30&omraade=Skodje&omraade=%C3%98rskog&kategori=bemannet"],
            svar.Requests);
        Assert.Equal(new Boligmassecelle("Skodje", "enNyKategori", "ledig-klar", 2, Tilgjengelighet.Rullestol, 3), Assert.Single(boligmasse.Innhold));
        Assert.Equal(3, boligmasse.Totalt);
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 11, 0, 0, TimeSpan.Zero), boligmasse.SistOppdatert);
        Assert.Equal(new Boligmassedag(new DateOnly(2026, 11, 30), "ledig-klar", 2), Assert.Single(boligmasse.Historikk));
    }

    [Fact]
    public async Task Et_tomt_filter_spoer_om_alt_og_en_tom_oversikt_kan_leses()
    {
        var svar = Svar.Json("""{"innhold":[],"totalt":0,"sistOppdatert":null,"historikk":[]}""");

        var boligmasse = await Klient(svar).HentBoligmasse(new Boligmassefilter(), TestContext.Current.CancellationToken);

        Assert.Equal(["GET /api/v1/boligsosial-enhet/oversikt/boligmasse"], svar.Requests);
        Assert.Null(boligmasse.SistOppdatert);
        Assert.Empty(boligmasse.Innhold);
    }

    [Fact]
    public async Task Henter_utleien_for_en_periode()
    {
        var svar = Svar.Json("""
            {
              "fra": "2026-11-01", "dato": "2026-11-30", "sistOppdatert": null,
              "stilling": {"soeknader":[{"navn":"ny","antall":3}],"situasjoner":[],"venter":2,"leieforhold":950,"tidsubestemte":40,"utloeperInnenSeksMaaneder":120,"tilVurdering":110,"utloept":1,"fravikelser":1,"fravikelserMedBarn":0,"nytt":1},
              "perioden": {"mottatt":[],"innvilget":1,"avslag":2,"avsluttet":[],"tildelt":0,"ventedager":null,"inngaatt":5,"innflyttet":4,"opphoert":[{"navn":"kjoept-bolig","antall":2}],"varslet":1,"gjennomfoert":0,"gjennomfoertMedBarn":0,"avverget":[]},
              "dagForDag": [{"dato":"2026-11-01","soeknader":3,"venter":2,"leieforhold":950,"fravikelser":1}]
            }
            """);

        var utleie = await Klient(svar).HentUtleie(new Utleiefilter { Fra = new(2026, 11, 1), Dato = new(2026, 11, 30) }, TestContext.Current.CancellationToken);

        Assert.Equal(["GET /api/v1/boligsosial-enhet/oversikt/utleie?dato=2026-11-30&fra=2026-11-01"], svar.Requests);
        Assert.Equal((950, 120), (utleie.Stilling.Leieforhold, utleie.Stilling.UtloeperInnenSeksMaaneder));
        Assert.Null(utleie.Perioden.Ventedager);
        Assert.Equal(new Utleiegruppe("kjoept-bolig", 2), Assert.Single(utleie.Perioden.Opphoert));
        Assert.Equal(new Utleiedag(new(2026, 11, 1), 3, 2, 950, 1), Assert.Single(utleie.DagForDag));
    }

    private static IBoligsosialEnhetApi Klient(Svar svar) => BoligsosialEnhet.Klient(new HttpClient(svar) { BaseAddress = new Uri("http://gateway.example") });
}
