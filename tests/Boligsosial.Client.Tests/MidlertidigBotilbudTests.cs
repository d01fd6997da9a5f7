using System.Text.Json;

namespace Boligsosial.Client.Tests;

public class MidlertidigBotilbudTests
{
    [Fact]
    public async Task Finner_og_bestiller_en_seng_i_natt()
    {
        var (henvendelse, plass) = (Guid.Parse("0198a1c0-0000-7000-8000-000000000001"), Guid.Parse("0198a1c0-0000-7000-8000-000000000002"));
        var svar = Svar.Json(
            $$"""{"id":"{{henvendelse}}","husstandId":"{{henvendelse}}","status":"mottatt","frist":"2026-12-01","nytt":1}""",
            $$"""
            {"ankomst":"2026-12-01","avreise":"2026-12-02","antallTreff":1,"treff":[{"plassId":"{{plass}}","tilbyder":"Blå Kors","navn":"Hybel 1","slag":"hybel","pris":650}],
             "bom":[{"plassId":"{{henvendelse}}","hvorfor":["opptatt","alder"],"ledigFra":"2026-12-05"}]}
            """,
            $$"""{"id":"{{plass}}","fra":"2026-12-01","til":"2026-12-02","status":"loeper"}""");
        var api = MidlertidigBotilbud.Klient(new HttpClient(svar) { BaseAddress = new Uri("http://gateway.example") });

        var kommet = await api.RegistrerHenvendelse(new(1, [7]), TestContext.Current.CancellationToken);
        var tilbud = await api.FinnPlass(kommet.Id, TestContext.Current.CancellationToken);
        var opphold = await api.BestillPlass(new(kommet.Id, tilbud.Treff[0].PlassId, tilbud.Ankomst, tilbud.Avreise), TestContext.Current.CancellationToken);

        Assert.Equal(
            ["POST /api/v1/midlertidig-botilbud/henvendelser", $"GET /api/v1/midlertidig-botilbud/henvendelser/{henvendelse}/plasser", "POST /api/v1/midlertidig-botilbud/opphold"], svar.Requests);
        Assert.Equal("""{"voksne":1,"barnsAlder":[7]}""", svar.Bodies[0]);
        Assert.Equal("2026-12-02", JsonDocument.Parse(svar.Bodies[2]!).RootElement.GetProperty("avreise").GetString());
        Assert.Equal(["opptatt", "alder"], tilbud.Bom[0].Hvorfor);
        Assert.Equal(new DateOnly(2026, 12, 5), tilbud.Bom[0].LedigFra);
        Assert.Equal("loeper", opphold.Status);
    }
}
