using System.Diagnostics;
using System.Text.Json;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Tests.Felles;

/// <summary>All numbers are Skatteetaten's or our own synthetic ones, or of days when nobody has got a number yet.</summary>
public sealed class FoedselsnummerTests
{
    private const string Nummer = "12927197004";
    private const string Stjerner = "***********";

    [Theory]
    [InlineData("12927197004")]
    [InlineData("23847598328")]
    [InlineData("21858997558")]
    [InlineData("22828996057")]
    [InlineData("29909297298")]
    [InlineData("19913749734")]
    public void Syntetiske_numre_fra_Tenor_leses(string tekst)
    {
        var nummer = Les(tekst);

        Assert.Equal((tekst, Identitetstype.Foedselsnummer, true), (nummer.Verdi, nummer.Type, nummer.Syntetisk));
    }

    [Theory]
    [InlineData("62872700345", Identitetstype.DNummer, true)]
    [InlineData("41817000086", Identitetstype.DNummer, true)]
    [InlineData("01527000048", Identitetstype.Foedselsnummer, true)] // NAV: month + 40
    [InlineData("01013950187", Identitetstype.Foedselsnummer, false)]
    [InlineData("41013950170", Identitetstype.DNummer, false)]
    [InlineData("199012345678", Identitetstype.Duf, false)]
    [InlineData("209900000000", Identitetstype.Duf, false)]
    public void Nummeret_sier_hva_det_er(string tekst, Identitetstype type, bool syntetisk) =>
        Assert.Equal((type, syntetisk), (Les(tekst).Type, Les(tekst).Syntetisk));

    [Theory]
    [InlineData("129271 97004")]
    [InlineData("  12927197004\t")]
    [InlineData(" 129271 97004\n")]
    public void Mellomrom_etter_datoen_og_rundt_betyr_ikke_noe(string tekst) => Assert.Equal(Les(Nummer), Les(tekst));

    [Theory]
    [InlineData("01923250073")] // rest 0, as until 2031
    [InlineData("01923250081")] // 1
    [InlineData("01923250170")] // 2
    [InlineData("01923250189")] // 3
    public void Kontrollsifre_etter_reglene_fra_2032_godtas(string tekst) => Assert.Equal(tekst, Les(tekst).Verdi);

    [Theory]
    [InlineData("01923250006")] // rest 4
    [InlineData("01923250014")]
    [InlineData("01923250065")] // 10
    [InlineData("12927197005")] // the second one
    [InlineData("12927197014")] // the first one
    [InlineData("12927197040")] // swapped
    public void Gale_kontrollsifre_avvises(string tekst) => ErIkkeNummer(tekst);

    [Theory]
    [InlineData("29820050043", true)] // 2000
    [InlineData("29820400184", true)] // 1904
    [InlineData("29829650183", true)] // 1896
    [InlineData("29820000100", false)] // 1900 was no leap year
    [InlineData("29820150064", false)] // 2001
    [InlineData("31847000085", false)] // 31 April
    [InlineData("00817000053", false)]
    [InlineData("40817000047", false)] // day 40
    [InlineData("72817000038", false)] // D-number of day 32
    [InlineData("01937000010", false)] // month 13
    [InlineData("01807000183", false)] // month 0
    [InlineData("01407000281", false)]
    [InlineData("01537000038", false)]
    [InlineData("01207000023", false)]
    [InlineData("01007000037", false)]
    public void Dagen_maa_finnes_i_kalenderen(string tekst, bool finnes) => Assert.Equal(finnes, Foedselsnummer.TryParse(tekst, out _));

    [Theory]
    [InlineData("01825450013", true)] // 500–749: 1854
    [InlineData("01825350183", false)] // 53 is neither 1853 nor 2053
    [InlineData("01824075014", false)] // 750–899: not 1940
    [InlineData("01823975054", true)] // but 2039
    [InlineData("01824090072", true)] // 900–999: 1940
    [InlineData("01823990002", true)] // and 2039
    public void Individnummeret_maa_ha_et_aarhundre_for_aaret(string tekst, bool finnes) => Assert.Equal(finnes, Foedselsnummer.TryParse(tekst, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("1292719700")]
    [InlineData("00000000000")]
    [InlineData("198912345678")] // DUF before 1990
    [InlineData("210012345678")]
    [InlineData("1990123456789")]
    [InlineData("199012 345678")]
    [InlineData("1292719700a")]
    [InlineData("12927197OO4")]
    [InlineData("129271-97004")]
    [InlineData("129271  97004")]
    [InlineData("12927 197004")]
    [InlineData("+2927197004")]
    [InlineData("١٢٩٢٧١٩٧٠٠٤")] // Arabic-Indic digits
    [InlineData("１２９２７１９７００４")] // full width
    [InlineData("12927197004\n12927197004")]
    public void Det_som_ikke_er_et_nummer_avvises(string? tekst) => ErIkkeNummer(tekst);

    [Fact]
    public void En_svaert_lang_tekst_avvises_med_en_gang()
    {
        var foer = Stopwatch.GetTimestamp();

        ErIkkeNummer(new string('1', 10_000_000));
        ErIkkeNummer(new string(' ', 10_000_000) + Nummer + "1");

        Assert.InRange(Stopwatch.GetElapsedTime(foer).TotalSeconds, 0, 2);
    }

    [Fact]
    public void Sifrene_kommer_bare_fram_naar_noen_ber_om_dem()
    {
        var nummer = Les(Nummer);
        object?[] vist = [nummer.ToString(), $"{nummer}", string.Concat("nr ", nummer), new { nummer }.ToString(), JsonSerializer.Serialize(nummer), new Baerer(nummer).ToString()];

        Assert.Equal(Stjerner, nummer.ToString());
        Assert.All(vist, v => Assert.DoesNotContain("97004", v!.ToString(), StringComparison.Ordinal));
        Assert.Equal(Nummer, nummer.Verdi);
    }

    [Theory]
    [InlineData("12927197004", Stjerner)]
    [InlineData("Søker 12927197004, medsøker 62872700345.", $"Søker {Stjerner}, medsøker {Stjerner}.")]
    [InlineData("12927197004 23847598328", $"{Stjerner} {Stjerner}")]
    [InlineData("123456 129271 97004 12345", $"123456 {Stjerner} 12345")]
    [InlineData("/personer/12927197004?x=1", $"/personer/{Stjerner}?x=1")]
    [InlineData("q=129271+97004&r=129271%2097004", $"q={Stjerner}&r={Stjerner}")]
    [InlineData("\"12927197004\"", $"\"{Stjerner}\"")]
    [InlineData("fnr12927197004", $"fnr{Stjerner}")]
    [InlineData("nr_12927197004_x", $"nr_{Stjerner}_x")]
    [InlineData("Skodje-12927197004\n", $"Skodje-{Stjerner}\n")]
    public void Numre_i_tekst_sladdes(string tekst, string sladdet)
    {
        Assert.Equal(sladdet, Foedselsnummer.Sladd(tekst));
        Assert.True(Foedselsnummer.FinnesI(tekst));
        Assert.False(Foedselsnummer.FinnesI(sladdet));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Ingen tall")]
    [InlineData("12927197005")] // no valid number
    [InlineData("129271970041")] // 12 digits
    [InlineData("1292719700")]
    [InlineData("129271  97004")]
    [InlineData("129271 970041")]
    [InlineData("129271")]
    [InlineData("129271%2")]
    [InlineData("129271 ")]
    [InlineData("0199a0c4-12927197004a-4e2f")] // a piece of something hexadecimal
    [InlineData("c12927197004")]
    [InlineData("2026-11-22T15:55:35.1234567Z 1508-131/42 +47 70 16 20 00")]
    public void Tekst_uten_numre_er_den_samme(string tekst)
    {
        Assert.Same(tekst, Foedselsnummer.Sladd(tekst));
        Assert.False(Foedselsnummer.FinnesI(tekst));
    }

    [Fact]
    public void Ingen_tekst_er_ingen_tekst()
    {
        Assert.Null(Foedselsnummer.Sladd(null));
        Assert.False(Foedselsnummer.FinnesI(null));
    }

    [Fact]
    public void Aa_lete_forgjeves_koster_ikke_minne_og_tar_ikke_tid()
    {
        var tekst = string.Concat(Enumerable.Repeat("GET /api/v1/boligregister/boliger?soveromFra=2&etter=123456 12345678901 ", 10_000));
        Foedselsnummer.Sladd(tekst);
        var (foer, byte0) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());

        Assert.Same(tekst, Foedselsnummer.Sladd(tekst));

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - byte0);
        Assert.InRange(Stopwatch.GetElapsedTime(foer).TotalSeconds, 0, 1);
    }

    private static Foedselsnummer Les(string tekst)
    {
        Assert.True(Foedselsnummer.TryParse(tekst, out var nummer));
        return nummer;
    }

    private static void ErIkkeNummer(string? tekst)
    {
        Assert.False(Foedselsnummer.TryParse(tekst, out var nummer));
        Assert.Null(nummer);
    }

    private sealed record Baerer(Foedselsnummer Nummer);
}
