namespace Boligsosial.ServiceDefaults;

/// <summary>The calendar of a Norwegian municipality.</summary>
public static class TimeProviderExtensions
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    /// <summary>Today's date in Norway, which deadlines and statuses go by.</summary>
    public static DateOnly Idag(this TimeProvider tid) => tid.GetUtcNow().Dag();

    /// <summary>The date in Norway when something happened.</summary>
    public static DateOnly Dag(this DateTimeOffset tidspunkt) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(tidspunkt, Oslo).DateTime);
}
