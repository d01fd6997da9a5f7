using Boligsosial.ServiceDefaults.Redaction;

namespace Boligsosial.ServiceDefaults.Tests.Redaction;

public sealed class RedactTests
{
    private const string Stjerner = "***********";

    [Theory]
    [InlineData("/personer/12927197004?x=%20y", $"/personer/{Stjerner}?x=%20y")]
    [InlineData("a%20b%3D12927197004", $"a b={Stjerner}")]
    [InlineData("%31%32%39%32%37%31%39%37%30%30%34", Stjerner)]
    [InlineData("%2531%2532927197004", Stjerner)]
    [InlineData("%25253112927197004", "%25253112927197004")] // twelve digits, however often it is decoded
    public void Tekst_sladdes_ogsaa_naar_den_er_kodet(string tekst, string sladdet)
    {
        Assert.Equal(sladdet, Redact.Text(tekst));
        Assert.Equal(tekst != sladdet, Redact.Finds(tekst));
    }

    [Theory]
    [InlineData("ingenting")]
    [InlineData("100 % av %20 og %zz")]
    [InlineData("")]
    [InlineData(null)]
    public void Annen_tekst_er_den_samme(string? tekst) => Assert.Same(tekst, Redact.Text(tekst));

    [Fact]
    public void Verdier_av_andre_slag_sladdes_ogsaa()
    {
        object[] uberoert = [1, 2.5, true, 12927197005L, new[] { "a", "b" }, Guid.CreateVersion7()];

        Assert.Equal(Stjerner, Redact.Value(12927197004L));
        Assert.Equal(Stjerner, Redact.Value(new Uri("12927197004", UriKind.Relative)));
        Assert.Equal(["a", Stjerner], (string[])Redact.Value(new List<string> { "a", "12927197004" })!);
        Assert.All(uberoert, v => Assert.Same(v, Redact.Value(v)));
        Assert.Null(Redact.Value(null));
    }
}
