using System.Reflection;
using Boligsosial.Contracts;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Boligsosial.ServiceDefaults.Persons;

internal static class PersonExtensions
{
    /// <summary>People, what is held on them, and the log of who looks.</summary>
    public static void AddPersons(this WebApplicationBuilder builder, string navn, Assembly service)
    {
        // Made here, so that a service without keys does not start.
        builder.Services.AddSingleton(new PersonKeys(builder.Configuration));
        builder.Services.AddSingleton<Tilgangslogg>();
        builder.Services.AddHostedService(sp => sp.GetRequiredService<Tilgangslogg>());
        builder.Services.AddScoped<AccessLogReader>();
        builder.Services.AddSingleton<SearchLimit>();
        var gradert = AdressesperreEndret(navn, service);
        builder.Services.AddScoped(sp => new Personer(
            sp.GetRequiredService<ServiceDbContext>(), sp.GetRequiredService<PersonKeys>(), sp.GetRequiredService<Tilgangslogg>(), sp.GetRequiredService<TimeProvider>(), gradert));
        foreach (var data in service.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsSubclassOf(typeof(Persondata))))
            builder.Services.AddScoped(typeof(Persondata), data);
    }

    /// <summary>The event that tells of a grading set here, by the name it has outside the code.</summary>
    private static Type? AdressesperreEndret(string navn, Assembly service) => new[] { typeof(IAdressesperreEndret).Assembly, service }.SelectMany(a => a.GetTypes())
        .SingleOrDefault(t => t.IsClass && t.IsAssignableTo(typeof(IAdressesperreEndret)) && Envelope.NameOf(t).StartsWith($"{navn}.", StringComparison.Ordinal));
}
