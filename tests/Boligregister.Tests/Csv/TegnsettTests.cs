using System.Text;

namespace Boligsosial.Boligregister.Tests.Csv;

public sealed class TegnsettTests
{
    private const string Gate = "Blåbærstigen øst, Ærfuglvegen";
    private static readonly string Fil = $"{Lest.Hode}\r\nA1;{Gate};Skodje;bemannet;1;utleid\r\n";

    public static TheoryData<string, byte[]> Filer => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Fil) },
        { "UTF-8 med BOM", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Fil)] },
        { "ISO-8859-1", Encoding.Latin1.GetBytes(Fil) },
    };

    [Theory]
    [MemberData(nameof(Filer), DisableDiscoveryEnumeration = true)]
    public async Task Norske_bokstaver_leses_i(string tegnsett, byte[] fil) =>
        Assert.True((await Lest.Av(fil)).Bolig.Adresse.Gatenavn == Gate, tegnsett);

    [Theory]
    [MemberData(nameof(Filer), DisableDiscoveryEnumeration = true)]
    public async Task Norske_bokstaver_leses_naar_filen_kommer_en_byte_om_gangen_i(string tegnsett, byte[] fil) =>
        Assert.True((await Lest.Av(new Draapevis(fil))).Bolig.Adresse.Gatenavn == Gate, tegnsett);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task En_fil_der_linjene_har_hvert_sitt_tegnsett_leses_rett(bool bom)
    {
        byte[] fil =
        [
            .. bom ? Encoding.UTF8.GetPreamble() : [],
            .. Encoding.UTF8.GetBytes($"{Lest.Hode}\nA1;Ærøgata;Skodje;bemannet;1;utleid\n"),
            .. Encoding.Latin1.GetBytes("A2;Ærøgata;Skodje;bemannet;1;utleid\n"),
            .. Encoding.UTF8.GetBytes("A3;Ærøgata;Skodje;bemannet;1;utleid"),
        ];

        Assert.Equal(["Ærøgata", "Ærøgata", "Ærøgata"], (await Lest.Av(fil)).Gater);
    }

    [Fact]
    public async Task Norske_bokstaver_leses_rett_hvor_enn_lesingen_deler_filen()
    {
        // The reader's buffer is 32 KiB: lines of growing length put the letters across every boundary.
        var tekst = new StringBuilder(Lest.Hode).Append('\n');
        for (var i = 0; i < 3_000; i++)
            tekst.Append("A;").Append('x', i % 37).Append("æøåÆØÅ;Skodje;bemannet;1;utleid\n");

        foreach (var tegnsett in new[] { Encoding.UTF8, Encoding.Latin1 })
            Assert.All((await Lest.Av(tegnsett.GetBytes(tekst.ToString()))).Gater, g => Assert.EndsWith("æøåÆØÅ", g!.TrimStart('x'), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Siste_byte_i_en_ISO_8859_1_fil_kan_vaere_en_bokstav()
    {
        var lest = await Lest.Av(Encoding.Latin1.GetBytes($"{Lest.Hode};ovriginformasjon\nA1;Fjordgata;Skodje;bemannet;1;utleid;på øy å"));

        Assert.Equal("på øy å", lest.Bolig.OevrigInformasjon);
    }

    [Fact]
    public async Task Tankestrek_og_anfoersel_fra_Windows_leses_som_det_de_er()
    {
        // Excel calls it «CSV» and writes Windows-1252: 0x96 is a dash there, a control character in ISO-8859-1.
        byte[] celle = [.. "3 rom "u8, 0x96, .. " n"u8, 0xE6, .. "r sj"u8, 0xF8, .. "en, "u8, 0x80, .. " 100"u8];

        var lest = await Lest.Av([.. Encoding.Latin1.GetBytes($"{Lest.Hode};ovriginformasjon\nA1;Fjordgata;Skodje;bemannet;1;utleid;"), .. celle]);

        Assert.Equal("3 rom – nær sjøen, € 100", lest.Bolig.OevrigInformasjon);
    }

    [Fact]
    public async Task Et_tegn_som_er_tapt_allerede_avvises()
    {
        var lest = await Lest.Av($"{Lest.Hode}\nA1;Fjordgata \uFFFDst;Skodje;bemannet;1;utleid");

        Assert.Equal(["2:tegnsett"], lest.Feil);
    }
}
