// Plays a year of life into a running system that has the demo stock and no leases:
// BOLIGSOSIAL_TOKEN=$(./boligsosial token aake-utleie) dotnet run --project demo/Demoliv -- http://localhost:8080 2026-12-01
using System.Globalization;
using System.Net.Http.Headers;
using Boligsosial.Demoliv;

if (args is not [var adresse, var dag] || Environment.GetEnvironmentVariable("BOLIGSOSIAL_TOKEN") is not { Length: > 0 } token)
{
    Console.Error.WriteLine("Give the gateway's address and today's date, and the token in BOLIGSOSIAL_TOKEN");
    return 2;
}

using var nett = new SocketsHttpHandler { MaxConnectionsPerServer = Liv.Samtidige };
using var http = new HttpClient(nett) { BaseAddress = new Uri(adresse), Timeout = TimeSpan.FromMinutes(2) };
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
try
{
    Console.WriteLine(await new Liv(new Boligregister(http), DateOnly.ParseExact(dag, "yyyy-MM-dd", CultureInfo.InvariantCulture)).Spill());
    return 0;
}
catch (HttpRequestException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
