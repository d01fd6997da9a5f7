namespace Boligsosial.ServiceDefaults;

/// <summary>The calendar of a Norwegian municipality.</summary>
public static class TimeProviderExtensions
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    /// <summary>Today's date in Norway, which deadlines and statuses go by.</summary>
    public static DateOnly Idag(this TimeProvider tid) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(tid.GetUtcNow(), Oslo).DateTime);
}
