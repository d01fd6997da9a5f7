using System.Text;
using Boligsosial.Boligregister.Boliger;
using Boligsosial.Boligregister.Boliger.Csv;
using Boligsosial.Boligregister.Boliger.Regler;
using Boligsosial.Demobestand;

namespace Boligsosial.Boligregister.Tests;

/// <summary>The checked-in demo stock of Ålesund, read as the import reads it.</summary>
public sealed class DemobestandTests
{
    private static readonly string Fil = Path.Combine(AppContext.BaseDirectory, "aalesund-boliger.csv");

    [Theory]
    [InlineData("Gamle Ålesund", 543, 192, 162)]
    [InlineData("Ørskog", 7, 40, 7)]
    [InlineData("Skodje", 30, 24, 31)]
    [InlineData("Harøya", 29, 10, 24)]
    public async Task Har_planens_antall_i_hvert_omraade_og_kategori(string omraade, int gjennomgangsbolig, int bemannet, int tilrettelagt)
    {
        var boliger = (await Les()).FindAll(b => b.Omraade == omraade);

        Assert.Equal(gjennomgangsbolig, boliger.Count(b => b.Kategori == "gjennomgangsbolig"));
        Assert.Equal(bemannet, boliger.Count(b => b.Kategori == "bemannet"));
        Assert.Equal(tilrettelagt, boliger.Count(b => b.Kategori == "tilrettelagt"));
    }

    [Fact]
    public async Task Har_1099_boliger_hver_med_egen_id_og_egen_matrikkel()
    {
        var boliger = await Les();

        Assert.Equal(1099, boliger.Count);
        Assert.Equal(1099, boliger.DistinctBy(b => b.LeverandorBoligId).Count());
        Assert.Equal(1099, boliger.DistinctBy(b => (b.Matrikkel, b.Bruksenhetsnummer)).Count());
    }

    [Fact]
    public async Task Seks_til_aatte_prosent_er_under_vedlikehold()
    {
        var boliger = await Les();

        Assert.InRange(boliger.Count(b => b.Status == Boligstatus.UnderVedlikehold) * 100.0 / boliger.Count, 6, 8);
    }

    [Fact]
    public async Task Har_ledige_rullestoltilpassede_boliger_med_to_soverom_i_Skodje()
    {
        var boliger = await Les();

        Assert.Equal(3, boliger.Count(b => b is { Omraade: "Skodje", Soverom: 2, Status: Boligstatus.LedigKlar } && b.Egenskaper.Contains("rullestol")));
    }

    [Fact]
    public async Task Alle_adresser_sier_at_de_er_syntetiske_og_ingen_status_er_fra_etter_telledagen() => Assert.All(await Les(), b =>
    {
        Assert.StartsWith("Syntetisk ", b.Adresse.Gatenavn, StringComparison.Ordinal);
        Assert.Equal("Syntetisk demodata", b.OevrigInformasjon);
        Assert.True(b.StatusFra <= Bestand.Telledag);
    });

    [Fact]
    public void Fila_er_byte_for_byte_det_generatoren_lager()
    {
        using var laget = new MemoryStream();
        using (var tekst = new StreamWriter(laget, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
            CsvFil.Skriv(tekst, Bestand.Lag());

        Assert.True(File.ReadAllBytes(Fil).AsSpan().SequenceEqual(laget.ToArray()), "Run demo/Demobestand again and check in the file.");
    }

    [Fact]
    public void Kolonnene_er_eksportens_i_samme_rekkefoelge() =>
        Assert.Equal(Kolonner.Alle.Select(k => k.Navn), File.ReadLines(Fil).First().Split(';'));

    /// <summary>Every line has passed the reader and Boligkontroll.</summary>
    private static async Task<List<Boligdata>> Les()
    {
        await using var fil = File.OpenRead(Fil);
        using var leser = new CsvLeser(fil);
        Assert.Empty(await leser.LesOverskrift(TestContext.Current.CancellationToken));
        Assert.Empty(leser.Ignorerte);

        var boliger = new List<Boligdata>();
        await foreach (var (_, bolig, feil) in leser.Les(TestContext.Current.CancellationToken))
        {
            Assert.Empty(feil);
            boliger.Add(Boligkontroll.Normaliser(bolig!));
        }

        Assert.All(boliger, b => Assert.Empty(Boligkontroll.Kontroller(b, Profil.Aalesund)));
        return boliger;
    }
}
