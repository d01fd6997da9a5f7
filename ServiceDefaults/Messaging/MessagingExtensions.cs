using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>Puts the parts together, for every service alike.</summary>
internal static class MessagingExtensions
{
    public static void AddMessaging(this WebApplicationBuilder builder, string service, Assembly assembly)
    {
        var subscriptions = new Subscriptions(service, assembly);
        foreach (var subscription in subscriptions.All)
            builder.Services.AddScoped(subscription.Type);
        builder.Services.AddSingleton(subscriptions);
        builder.Services.AddOptions<MessagingOptions>().BindConfiguration("Messaging").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<MessagingMetrics>();
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddSingleton<HeldSignal>();
        builder.Services.AddSingleton<HistorySignal>();

        // Stopped in the opposite order: the connection first, then what works on what it has brought.
        builder.Services.AddSingleton<Inbox>();
        builder.Services.AddHostedService(sp => sp.GetRequiredService<Inbox>());
        builder.Services.AddHostedService<HeldMessages>();
        builder.Services.AddSingleton<Broker>();
        builder.Services.AddHostedService(sp => sp.GetRequiredService<Broker>());
        builder.Services.AddHostedService<Relay>();
        builder.Services.AddHostedService<History>();
    }
}
