using System.Net;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Boligsosial.ServiceDefaults.Tests;

public sealed class TilgangTests
{
    [Fact]
    public async Task Et_endepunkt_som_ikke_sier_hvem_det_er_for_slipper_ikke_inn_noen()
    {
        var utsteder = await Testutsteder.Delt();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(TilgangTests).Assembly.GetName().Name, EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(utsteder.Innstillinger().Select(i => KeyValuePair.Create(i.Navn, (string?)i.Verdi)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddWebDefaults("proeve");
        await using var app = builder.Build();
        app.UseWebDefaults();
        app.UseAuthorization();
        app.MapGet("/glemt", () => "aapent");
        app.MapGet("/husket", (Bruker bruker) => bruker.Enhet).Krever(Tilgang.Drift);
        await app.StartAsync(TestContext.Current.CancellationToken);

        foreach (var rolle in Roller.Alle)
            Assert.Equal(HttpStatusCode.Forbidden, await Svar(app, "/glemt", utsteder.Token(rolle, skjermet: true, scope: "proeve.les proeve.skriv")));
        Assert.Equal(HttpStatusCode.OK, await Svar(app, "/husket", utsteder.Token(Roller.Drift)));
        Assert.Equal(HttpStatusCode.Unauthorized, await Svar(app, "/husket", null));
        Assert.Equal(HttpStatusCode.OK, await Svar(app, "/alive", null));
    }

    private static async Task<HttpStatusCode> Svar(WebApplication app, string adresse, string? token)
    {
        using var klient = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        klient.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);
        return (await klient.GetAsync(adresse)).StatusCode;
    }
}
