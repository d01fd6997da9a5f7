using System.Net.Http.Json;
using System.Net.Mime;
using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

// No server is started; at the end it fails the run if a fødselsnummer came out.
[assembly: AssemblyFixture(typeof(Servere))]

namespace Boligsosial.Gateway.Tests;

/// <summary>The gateway on real Kestrel, with a dummy of each service behind it.</summary>
public sealed class GatewayTjener : IAsyncLifetime
{
    private Gateway? _gateway;

    public Oppstroem Boligregister { get; private set; } = null!;

    public Oppstroem BoligsosialEnhet { get; private set; } = null!;

    public Oppstroem Finansiering { get; private set; } = null!;

    public Oppstroem MidlertidigBotilbud { get; private set; } = null!;

    public HttpClient Klient { get; private set; } = null!;

    /// <summary>One with settings of its own.</summary>
    public static async Task<GatewayTjener> Med(params (string Navn, string Verdi)[] innstillinger)
    {
        var tjener = new GatewayTjener();
        await tjener.Start(innstillinger);
        return tjener;
    }

    /// <summary>That the answer is a problem (RFC 9457) with this status and kode; returns it.</summary>
    public static async Task<JsonElement> ErProblem(HttpResponseMessage svar, int status, string kode)
    {
        Assert.Equal(status, (int)svar.StatusCode);
        Assert.Equal(MediaTypeNames.Application.ProblemJson, svar.Content.Headers.ContentType?.MediaType);
        Assert.True(svar.Headers.Contains("X-Correlation-Id"));
        var problem = await svar.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal($"urn:boligsosial:{kode}", problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("title").GetString()));
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("detail").GetString()));
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("traceId").GetString()));
        return problem;
    }

    public ValueTask InitializeAsync() => new(Start([]));

    public async ValueTask DisposeAsync()
    {
        Klient.Dispose();
        await _gateway!.DisposeAsync();
        await Boligregister.DisposeAsync();
        await BoligsosialEnhet.DisposeAsync();
        await Finansiering.DisposeAsync();
        await MidlertidigBotilbud.DisposeAsync();
    }

    private async Task Start((string Navn, string Verdi)[] innstillinger)
    {
        // Outside Development an issuer must be https; nobody is let in by this one, and what is tried there needs nobody to be.
        if (innstillinger.Contains(("environment", "Production")))
            innstillinger = [.. innstillinger, ("Tilgang:Utstedere:0:Utsteder", "https://utsteder.example"), ("Tilgang:Utstedere:0:Metadata", "https://utsteder.example/")];
        Boligregister = await Oppstroem.Start();
        BoligsosialEnhet = await Oppstroem.Start();
        Finansiering = await Oppstroem.Start();
        MidlertidigBotilbud = await Oppstroem.Start();
        var utsteder = await Testutsteder.Delt();
        _gateway = new Gateway(
        [
            .. utsteder.Innstillinger(), ("services:boligregister:http:0", Boligregister.Adresse), ("services:boligsosial-enhet:http:0", BoligsosialEnhet.Adresse),
            ("services:finansiering:http:0", Finansiering.Adresse), ("services:midlertidig-botilbud:http:0", MidlertidigBotilbud.Adresse), .. innstillinger,
        ]);
        _gateway.UseKestrel();
        Klient = _gateway.CreateClient();
        Klient.DefaultRequestHeaders.Authorization = new("Bearer", utsteder.Token(Roller.AakeUtleie));
    }

    private sealed class Gateway((string Navn, string Verdi)[] innstillinger) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            // Not UseKestrel(0): it sets the port while the program may already be starting.
            builder.UseUrls("http://127.0.0.1:0");
            builder.UseSetting("Logging:LogLevel:Default", "None");
            builder.ConfigureLogging(logg => logg.AddProvider(Utslipp.Delt.Linjer()).AddFilter<Utslipp.Logg>(null, LogLevel.Information));
            foreach (var (navn, verdi) in innstillinger)
                builder.UseSetting(navn, verdi);
        }
    }
}
