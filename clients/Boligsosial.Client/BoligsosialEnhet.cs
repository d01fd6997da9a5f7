using Refit;

namespace Boligsosial.Client;

/// <summary>Makes the client of boligsosial enhet.</summary>
public static class BoligsosialEnhet
{
    /// <summary>A client of boligsosial enhet behind a gateway.</summary>
    /// <param name="http">With <see cref="HttpClient.BaseAddress"/> set to the gateway, such as http://localhost:8080.</param>
    public static IBoligsosialEnhetApi Klient(HttpClient http) => RestService.For<IBoligsosialEnhetApi>(http, Boligregister.Innstillinger);
}
