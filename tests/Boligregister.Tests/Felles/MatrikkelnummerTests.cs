using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Tests.Felles;

public sealed class MatrikkelnummerTests
{
    [Theory]
    [InlineData("1508-131/42", "1508-131/42")]
    [InlineData("1508-131/42/0", "1508-131/42")]
    [InlineData("1508-131/42/0/0", "1508-131/42")]
    [InlineData("1508-131/42/3", "1508-131/42/3")]
    [InlineData("1508-131/42/0/7", "1508-131/42/0/7")]
    [InlineData("0301-00131/00042/3/7", "0301-131/42/3/7")]
    [InlineData("  1508-131/42 ", "1508-131/42")]
    [InlineData("1508-99999/99999/99999/99999", "1508-99999/99999/99999/99999")]
    public void Leses_og_skrives_saa_kort_det_lar_seg_gjoere(string tekst, string skrevet)
    {
        Assert.True(Matrikkelnummer.TryParse(tekst, out var nummer));
        Assert.Equal(skrevet, nummer.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1508")]
    [InlineData("1508-")]
    [InlineData("1508-131")]
    [InlineData("1508-131/")]
    [InlineData("508-131/42")]
    [InlineData("15080-131/42")]
    [InlineData("1508-131/42/")]
    [InlineData("1508-131/42/1/2/3")]
    [InlineData("1508-131/-42")]
    [InlineData("1508-131/42a")]
    [InlineData("1508-131 /42")]
    [InlineData("1508-123456/42")]
    [InlineData("1508-131/42\n1508-1/1")]
    [InlineData("١٥٠٨-131/42")] // Arabic-Indic digits
    [InlineData("1508-١/42")]
    public void Avvises_naar_formen_er_en_annen(string? tekst)
    {
        Assert.False(Matrikkelnummer.TryParse(tekst, out var nummer));
        Assert.Null(nummer);
    }

    [Fact]
    public void Seksjon_uten_feste_skrives_med_null_som_feste() =>
        Assert.Equal("1508-131/42/0/7", new Matrikkelnummer("1508", 131, 42, Seksjonsnummer: 7).ToString());

    [Theory]
    [InlineData("1508-131/42/3/7")]
    [InlineData("1508-131/42/0/7")]
    [InlineData("1508-131/42/3")]
    [InlineData("1508-131/42")]
    public void Det_som_er_skrevet_leses_til_det_samme(string tekst)
    {
        Assert.True(Matrikkelnummer.TryParse(tekst, out var nummer));
        Assert.True(Matrikkelnummer.TryParse(nummer.ToString(), out var igjen));
        Assert.Equal(nummer, igjen);
    }
}
