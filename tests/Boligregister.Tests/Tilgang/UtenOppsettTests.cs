using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Boligsosial.Boligregister.Tests.Tilgang;

public sealed class UtenOppsettTests
{
    [Fact]
    public void Uten_utstedere_starter_ingenting_utenfor_utvikling()
    {
        using var fabrikk = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b
            .UseEnvironment("Production")
            .UseSetting("ConnectionStrings:boligregister-db", "Host=127.0.0.1;Port=1").UseSetting("ConnectionStrings:rabbitmq", "amqp://127.0.0.1:1")
            .UseSetting("Personvern:Noekler:1", new string('1', 64)).UseSetting("Personvern:RefNoekkel", new string('2', 64)));

        Assert.Contains("Tilgang:Utstedere is empty", Assert.ThrowsAny<Exception>(() => fabrikk.Services).ToString(), StringComparison.Ordinal);
    }
}
