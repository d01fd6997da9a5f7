using Boligsosial.Boligregister.Boliger.Regler;

namespace Boligsosial.Boligregister.Tests.Regler;

public sealed class NormaliseringTests
{
    [Fact]
    public void Tekst_trimmes_og_blanke_blir_ingenting()
    {
        var bolig = Boligkontroll.Normaliser(new()
        {
            LeverandorBoligId = "  AAL-1 ",
            EkstraReferanse = "   ",
            Adresse = new() { Gatenavn = " Fjordgata ", Poststed = "" },
            Omraade = "\tSkodje ",
        });

        Assert.Equal("AAL-1", bolig.LeverandorBoligId);
        Assert.Null(bolig.EkstraReferanse);
        Assert.Equal("Fjordgata", bolig.Adresse.Gatenavn);
        Assert.Null(bolig.Adresse.Poststed);
        Assert.Equal("Skodje", bolig.Omraade);
    }

    [Fact]
    public void Det_som_har_en_skrivemaate_faar_den()
    {
        var bolig = Boligkontroll.Normaliser(new()
        {
            Matrikkel = "1508-0131/042/0/0",
            Bruksenhetsnummer = "h0203",
            Adresse = new() { Husbokstav = "b" },
            Kategori = "Bemannet",
            Eier = new() { Organisasjonsnummer = "123 456 789" },
        });

        Assert.Equal("1508-131/42", bolig.Matrikkel);
        Assert.Equal("H0203", bolig.Bruksenhetsnummer);
        Assert.Equal("B", bolig.Adresse.Husbokstav);
        Assert.Equal("bemannet", bolig.Kategori);
        Assert.Equal("123456789", bolig.Eier.Organisasjonsnummer);
    }

    public static TheoryData<string[], string[]> Egenskaper => new()
    {
        { [], [] },
        { [" Heis "], ["heis"] },
        { ["trinnfri", "Heis", "heis", ""], ["heis", "trinnfri"] },
        { [" "], [] },
        { [null!], [] },
        { ["heis", null!], ["heis"] },
    };

    [Theory]
    [MemberData(nameof(Egenskaper), DisableDiscoveryEnumeration = true)]
    public void Egenskaper_er_sortert_og_staar_en_gang(string[] oppgitt, string[] skrevet) =>
        Assert.Equal(skrevet, Boligkontroll.Normaliser(new() { Egenskaper = oppgitt }).Egenskaper);

    [Fact]
    public void Deler_som_er_null_i_json_blir_tomme()
    {
        var bolig = Boligkontroll.Normaliser(new() { Adresse = null!, Eier = null!, Egenskaper = null!, Omraade = null!, Kategori = null! });

        Assert.Equal(("", "", ""), (bolig.Adresse.Gatenavn, bolig.Omraade, bolig.Kategori));
        Assert.Null(bolig.Eier.Navn);
        Assert.Empty(bolig.Egenskaper);
    }

    [Fact]
    public void Aa_normalisere_to_ganger_er_som_en()
    {
        var en = Boligkontroll.Normaliser(new() { LeverandorBoligId = " a ", Matrikkel = "1508-01/02", Egenskaper = ["B", "a"] });
        var to = Boligkontroll.Normaliser(en);

        Assert.Equal(en with { Egenskaper = to.Egenskaper }, to);
        Assert.Equal(en.Egenskaper, to.Egenskaper);
    }
}
