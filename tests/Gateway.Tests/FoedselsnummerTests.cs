using System.Text;

namespace Boligsosial.Gateway.Tests;

public sealed class FoedselsnummerTests(GatewayTjener gateway) : IClassFixture<GatewayTjener>
{
    private const string Nummer = "12927197004";

    [Theory]
    [InlineData("/api/v1/boligregister/boliger/12927197004")]
    [InlineData("/api/v1/boligregister/boliger/62872700345?a=b")]
    [InlineData("/api/v1/boligregister/boliger?fritekst=12927197004")]
    [InlineData("/api/v1/boligregister/boliger?fritekst=129271+97004")]
    [InlineData("/api/v1/boligregister/boliger?fritekst=129271%2097004&a=b")]
    [InlineData("/api/v1/boligregister/boliger?fritekst=%3D12927197004")]
    [InlineData("/api/v1/boligregister/boliger?fritekst=%2012927197004%20")]
    [InlineData("/api/v1/boligregister/boliger?12927197004")]
    [InlineData("/api/v1/boligregister/boliger/%31%32%39%32%37%31%39%37%30%30%34")]
    [InlineData("/api/v1/boligregister/boliger/%2531%2532927197004")]
    [InlineData("/12927197004")]
    [InlineData("/openapi/12927197004.json")]
    public async Task En_adresse_med_foedselsnummer_avvises_og_gjentas_ikke(string adresse)
    {
        var foer = gateway.Boligregister.Forespoersler;
        var svar = await Hent(gateway, adresse);

        await GatewayTjener.ErProblem(svar, 400, "foedselsnummer-i-adressen");
        var alt = svar + Uri.UnescapeDataString(await svar.Content.ReadAsStringAsync());
        Assert.DoesNotContain("97004", alt, StringComparison.Ordinal);
        Assert.DoesNotContain("62872700345", alt, StringComparison.Ordinal);
        Assert.Equal(foer, gateway.Boligregister.Forespoersler);
    }

    [Theory]
    [InlineData("/api/v1/boligsosial-enhet/12927197005")] // no valid number
    [InlineData("/api/v1/boligsosial-enhet/0199a0c4-4f2e-8c5b-bcee-129271970041")]
    [InlineData("/api/v1/boligsosial-enhet/x?etter=MTI5MjcxOTcwMDQ&soveromFra=2")]
    [InlineData("/api/v1/boligsosial-enhet/x?tall=129271970041")]
    public async Task Andre_adresser_slipper_gjennom(string adresse)
    {
        await using var egen = await GatewayTjener.Med();

        Assert.Equal(200, (int)(await Hent(egen, adresse)).StatusCode);
        Assert.Equal(1, egen.BoligsosialEnhet.Forespoersler);
    }

    [Fact]
    public async Task Et_foedselsnummer_i_innholdet_kommer_helt_fram()
    {
        await using var egen = await GatewayTjener.Med();
        egen.Boligregister.Svar = egen.Boligregister.TaImot;

        await egen.Klient.PostAsync("/api/v1/boligregister/boliger", new StringContent(Nummer, Encoding.UTF8));

        Assert.Equal(Nummer.Length, egen.Boligregister.Byte);
    }

    [Fact]
    public async Task Et_foedselsnummer_blir_ikke_korrelasjonsid()
    {
        using var forespoersel = new HttpRequestMessage(HttpMethod.Get, "/api/v1/boligregister/boliger");
        forespoersel.Headers.Add("X-Correlation-Id", Nummer);

        var svar = await gateway.Klient.SendAsync(forespoersel);

        Assert.DoesNotContain(Nummer, svar.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Nummer, gateway.Boligregister.Sett["X-Correlation-Id"], StringComparison.Ordinal);
    }

    /// <summary>As it stands; a Uri would decode digits by itself.</summary>
    private static Task<HttpResponseMessage> Hent(GatewayTjener tjener, string adresse) => tjener.Klient.GetAsync(
        new Uri(tjener.Klient.BaseAddress!.GetLeftPart(UriPartial.Authority) + adresse, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
}
