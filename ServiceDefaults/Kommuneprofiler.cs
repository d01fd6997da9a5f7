using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Boligsosial.ServiceDefaults;

/// <summary>
/// What a municipality chooses for itself: <c>Kommuneprofiler/{Kommune}.json</c> beside the service, where the setting
/// <c>Kommune</c> says which. Environment variables come on top, as for every other setting.
/// </summary>
public static class Kommuneprofiler
{
    /// <summary>Reads section <c>Kommuneprofil</c>; a profile that does not hold, or is not there, stops the start.</summary>
    public static void AddKommuneprofil<T>(this WebApplicationBuilder builder)
        where T : class
    {
        var kommune = builder.Configuration["Kommune"] ?? throw new InvalidOperationException("The setting Kommune says whose profile to use.");
        var sources = ((IConfigurationBuilder)builder.Configuration).Sources;
        var last = sources.Select((source, index) => source is JsonConfigurationSource ? index : -1).Max();
        var profile = new JsonConfigurationSource { Path = $"Kommuneprofiler/{kommune}.json", FileProvider = builder.Environment.ContentRootFileProvider };
        sources.Insert(last + 1, profile);
        builder.Services.AddOptions<T>().BindConfiguration("Kommuneprofil").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(sp => sp.GetRequiredService<IOptions<T>>().Value);
    }
}
