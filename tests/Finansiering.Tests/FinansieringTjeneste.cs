using System.Net.Http.Json;
using System.Net.Mime;
using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Testing;
using Microsoft.AspNetCore.Hosting;

[assembly: AssemblyFixture(typeof(Servere))]

namespace Boligsosial.Finansiering.Tests;

/// <summary>Finansiering with a database of its own, and the few calls that most tests make.</summary>
public sealed class FinansieringTjeneste(Servere servere) : Tjeneste<Program>(servere, "finansiering", Roller.AakeStoenad)
{
    public const string Bostoette = "/api/v1/finansiering/bostoette";

    /// <summary>What stands for Husbanken.</summary>
    public string Husbanken { get; } = Directory.CreateTempSubdirectory("husbanken-").FullName;

    /// <summary>A new day comes when a test says so.</summary>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Doegnvakt:FoersteEtter", "1.00:00:00");
        builder.UseSetting("Husbanken:Mappe", Husbanken);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Husbanken, recursive: true);
        GC.SuppressFinalize(this);
    }

    public static async Task<JsonElement> Ok(HttpResponseMessage svar)
    {
        var tekst = await svar.Content.ReadAsStringAsync();
        Assert.True(svar.IsSuccessStatusCode, tekst);
        return JsonSerializer.Deserialize<JsonElement>(tekst);
    }

    /// <summary>That the answer is a problem (RFC 9457) with this status and kode; returns it.</summary>
    public static async Task<JsonElement> ErProblem(HttpResponseMessage svar, int status, string kode)
    {
        var tekst = await svar.Content.ReadAsStringAsync();
        Assert.True(status == (int)svar.StatusCode, $"{(int)svar.StatusCode} {tekst}");
        Assert.Equal(MediaTypeNames.Application.ProblemJson, svar.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(tekst);
        Assert.Equal($"urn:boligsosial:{kode}", problem.GetProperty("type").GetString());
        return problem;
    }

    public Task<HttpResponseMessage> Post(string sti, object innhold) => Klient.PostAsJsonAsync($"{Bostoette}{sti}", innhold);
}
