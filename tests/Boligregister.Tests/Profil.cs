using Microsoft.Extensions.Configuration;

namespace Boligsosial.Boligregister.Tests;

/// <summary>The kommuneprofil that the service is shipped with.</summary>
internal static class Profil
{
    public static Kommuneprofil Aalesund { get; } = new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "Kommuneprofiler", "aalesund.json"))
        .Build()
        .GetSection("Kommuneprofil")
        .Get<Kommuneprofil>()!;
}
