using System.Net.Http.Json;
using System.Net.Mime;
using System.Text.Json;
using Boligsosial.Contracts;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Servere))]

namespace Boligsosial.Finansiering.Tests;

/// <summary>Finansiering with a database of its own, and the few calls that most tests make.</summary>
public sealed class FinansieringTjeneste(Servere servere) : Tjeneste<Program>(servere, "finansiering", Roller.AakeStoenad)
{
    public const string Bostoette = "/api/v1/finansiering/bostoette";
    private static readonly Type[] Reaksjoner = [.. typeof(FinansieringDb).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Naar)) && !t.IsAbstract)];

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

    /// <summary>It has happened in boligregister, on 30 November 2026, and has come here.</summary>
    public async Task Skjedde(params IHendelse[] hendelser)
    {
        foreach (var hendelse in hendelser)
        {
            foreach (var reaksjon in Reaksjoner.Where(r => r.IsSubclassOf(Naar(hendelse))))
                await Bruk(reaksjon, naar => Ta(naar, hendelse));
        }
    }

    /// <summary>All of it once more from nothing: each reaction by itself, in an order of its own.</summary>
    public async Task ByggPaaNytt(int froe, params IHendelse[] hendelser)
    {
        foreach (var reaksjon in Reaksjoner.OrderBy(r => r.Name.Length * (froe + 1) % 7))
        {
            await Bruk(reaksjon, naar => naar.Toem(CancellationToken.None));
            foreach (var hendelse in hendelser.Where(h => reaksjon.IsSubclassOf(Naar(h))))
                await Bruk(reaksjon, naar => Ta(naar, hendelse));
        }
    }

    private static Type Naar(IHendelse hendelse) => typeof(Naar<>).MakeGenericType(hendelse.GetType());

    private static Task Ta(Naar naar, IHendelse hendelse) => (Task)Naar(hendelse).GetMethod("Handle")!.Invoke(
        naar, [hendelse, new Mottatt(Guid.CreateVersion7(), new(2026, 11, 30, 12, 0, 0, TimeSpan.FromHours(1)), "boligregister"), CancellationToken.None])!;

    /// <summary>As it is run when a message comes: in a transaction on a DbContext of its own, saved after.</summary>
    private async Task Bruk(Type reaksjon, Func<Naar, Task> gjoer)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FinansieringDb>();
        await using var transaksjon = await db.Database.BeginTransactionAsync();
        await gjoer((Naar)ActivatorUtilities.CreateInstance(scope.ServiceProvider, reaksjon));
        await db.SaveChangesAsync();
        await transaksjon.CommitAsync();
    }
}
