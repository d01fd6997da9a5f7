using System.Text;

namespace Boligsosial.Boligregister.Tests.Csv;

public sealed class LinjerTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Leser_begge_linjeskift_med_og_uten_det_siste(string skift)
    {
        string[] linjer = [Lest.Hode, Linje("A1"), Linje("A2")];

        Assert.Equal([2, 3], (await Lest.Av(string.Join(skift, linjer))).Rader.Select(r => r.Linje));
        Assert.Equal([2, 3], (await Lest.Av(string.Join(skift, linjer) + skift)).Rader.Select(r => r.Linje));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Tomme_linjer_hoppes_over_og_telles_med(string skift)
    {
        var lest = await Lest.Av(string.Join(skift, Lest.Hode, "", Linje("A1"), "", ";;;;;", "   ", Linje("A2"), "", ""));

        Assert.Equal([3, 7], lest.Rader.Select(r => r.Linje));
        Assert.Empty(lest.Feil);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Linjenummer_er_rett_etter_en_celle_over_flere_linjer(string skift)
    {
        var lest = await Lest.Av(string.Join(skift, Lest.Hode, $"A1;\"Fjord{skift}gata{skift}{skift}3\";Skodje;bemannet;1;utleid", Linje("A2"), "A3;Gata;Skodje;bemannet;x;utleid"));

        Assert.Equal([2, 6, 7], lest.Rader.Select(r => r.Linje));
        Assert.Equal($"Fjord{skift}gata{skift}{skift}3", lest.Rader[0].Bolig!.Adresse.Gatenavn);
        Assert.Equal(["7:ugyldig-verdi"], lest.Feil);
    }

    [Fact]
    public async Task Anfoerselstegn_i_en_celle_skrives_dobbelt_og_skilletegn_staar_fritt() =>
        Assert.Equal("Villa \"Solbakken\"; øst", (await Lest.Av($"{Lest.Hode}\nA1;\"Villa \"\"Solbakken\"\"; øst\";Skodje;bemannet;1;utleid")).Bolig.Adresse.Gatenavn);

    [Theory]
    [InlineData("A1;Fjordgata;Skodje")]
    [InlineData("A1")]
    [InlineData("A1;Fjordgata;Skodje;bemannet;1;utleid;for mye")]
    [InlineData("A1;Fjordgata;Skodje;bemannet;1;utleid;")]
    public async Task En_linje_med_feil_antall_celler_avvises_og_resten_leses(string linje)
    {
        var lest = await Lest.Av($"{Lest.Hode}\n{linje}\n{Linje("A2")}");

        Assert.Equal(["2:antall-celler"], lest.Feil);
        Assert.Equal("A2", lest.Rader[1].Bolig!.LeverandorBoligId);
    }

    [Theory]
    [InlineData("A1;\"Fjordgata;Skodje;bemannet;1;utleid")]
    [InlineData("\"A1;Fjordgata;Skodje;bemannet;1;utleid")]
    [InlineData("A1;Fjordgata;Skodje;bemannet;1;\"utleid")]
    public async Task Et_anfoerselstegn_som_ikke_er_lukket_avvises_der_det_staar(string linje)
    {
        var lest = await Lest.Av($"{Lest.Hode}\n{Linje("A0")}\n{linje}\n{Linje("A2")}\n{Linje("A3")}\n");

        Assert.Equal(["3:ikke-lukket"], lest.Feil);
    }

    [Fact]
    public async Task En_siste_celle_som_ikke_er_lukket_sluker_ikke_linjene_etter()
    {
        var lest = await Lest.Av($"{Lest.Hode};ovriginformasjon\nA1;Fjordgata;Skodje;bemannet;1;utleid;\"nær sjøen\nA2;Fjordgata;Skodje;bemannet;1;utleid;fin\n");

        Assert.Equal(["2:ikke-lukket"], lest.Feil);
        Assert.Null(lest.Rader[0].Bolig);
    }

    [Fact]
    public async Task En_celle_som_fortsetter_etter_at_den_er_lukket_avvises()
    {
        var lest = await Lest.Av($"{Lest.Hode}\nA1;\"Fjordgata\"3;Skodje;bemannet;1;utleid\n{Linje("A2")}");

        Assert.Equal(["2:ikke-lukket"], lest.Feil);
        Assert.Equal("A2", lest.Rader[1].Bolig!.LeverandorBoligId);
    }

    [Fact]
    public async Task Et_tommetegn_midt_i_en_celle_er_tekst() =>
        Assert.Equal("TV 55\" på vegg", (await Lest.Celle("ovriginformasjon", "TV 55\" på vegg")).Bolig.OevrigInformasjon);

    [Fact]
    public async Task Et_anfoerselstegn_som_aldri_lukkes_i_en_stor_fil_avvises_uten_at_alt_leses()
    {
        await using var uendelig = new Uendelig(Linje("A2") + "\n", $"{Lest.Hode}\n{Linje("A0")}\nA1;\"");

        Assert.Equal(["3:ikke-lukket"], (await Lest.Av(uendelig)).Feil);
        Assert.InRange(uendelig.Lest, 1, 4 << 20);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("x")]
    [InlineData("xxxxxxxx;")]
    public async Task En_linje_uten_ende_avvises_uten_at_alt_leses(string gjentatt)
    {
        await using var uendelig = new Uendelig(gjentatt, $"{Lest.Hode}\n{Linje("A1")}\n");

        var lest = await Lest.Av(uendelig);

        Assert.Single(lest.Feil, f => f.StartsWith("3:", StringComparison.Ordinal));
        Assert.InRange(uendelig.Lest, 1, 4 << 20);
    }

    [Fact]
    public async Task Nulltegn_i_filen_stanser_ikke_lesingen()
    {
        var lest = await Lest.Av($"{Lest.Hode}\nA1;Fjord\0gata;Skodje;bemannet;1;utleid\n{Linje("A2")}");

        Assert.Equal(["Fjord\0gata", "Fjordgata"], lest.Gater);
    }

    [Fact]
    public async Task En_fil_som_kommer_en_byte_om_gangen_leses_som_ellers()
    {
        var fil = $"sep=;\r\n{Lest.Hode}\r\n{Linje("A1")}\r\nA2;\"Fjord\r\n\"\"gata\"\"\";Skodje;bemannet;1;utleid\r\n\r\n{Linje("A3")}";

        var lest = await Lest.Av(new Draapevis(Encoding.UTF8.GetBytes(fil)));

        Assert.Equal([3, 4, 7], lest.Rader.Select(r => r.Linje));
        Assert.Equal(["Fjordgata", "Fjord\r\n\"gata\"", "Fjordgata"], lest.Gater);
    }

    [Fact]
    public async Task Mange_linjer_med_celler_over_flere_linjer_faar_hver_sitt_rette_nummer()
    {
        // Across many of the parser's buffers, \r\n among them cut in two.
        var tekst = new StringBuilder(Lest.Hode).Append("\r\n");
        var fasit = new List<int>();
        for (var (i, linje) = (0, 2); i < 2_000; i++)
        {
            fasit.Add(linje);
            var ekstra = i % 4;
            tekst.Append("A;\"").Append('x', i % 101).Insert(tekst.Length, "\r\n", ekstra).Append("\";Skodje;bemannet;1;utleid\r\n");
            linje += 1 + ekstra;
        }

        Assert.Equal(fasit, (await Lest.Av(tekst.ToString())).Rader.Select(r => r.Linje));
    }

    private static string Linje(string id) => $"{id};Fjordgata;Skodje;bemannet;1;utleid";
}
