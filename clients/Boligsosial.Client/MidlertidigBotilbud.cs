using Refit;

namespace Boligsosial.Client;

/// <summary>Makes the client of midlertidig botilbud.</summary>
public static class MidlertidigBotilbud
{
    /// <summary>A client of midlertidig botilbud behind a gateway.</summary>
    /// <param name="http">With <see cref="HttpClient.BaseAddress"/> set to the gateway, such as http://localhost:8080.</param>
    public static IMidlertidigBotilbudApi Klient(HttpClient http) => RestService.For<IMidlertidigBotilbudApi>(http, Boligregister.Innstillinger);
}
