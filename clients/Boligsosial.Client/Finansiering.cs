using Refit;

namespace Boligsosial.Client;

/// <summary>Makes the client of finansiering.</summary>
public static class Finansiering
{
    /// <summary>A client of finansiering behind a gateway.</summary>
    /// <param name="http">With <see cref="HttpClient.BaseAddress"/> set to the gateway, such as http://localhost:8080.</param>
    public static IFinansieringApi Klient(HttpClient http) => RestService.For<IFinansieringApi>(http, Boligregister.Innstillinger);
}
