namespace Aspire.Npgsql;

/// <summary>What <c>AddNpgsqlDataSource</c> reads from configuration before code has the last word.</summary>
public class NpgsqlSettings
{
    /// <summary>The connection string; <c>ConnectionStrings:{name}</c> wins over the configuration sections.</summary>
    public string? ConnectionString { get; set; }

    public bool DisableHealthChecks { get; set; }

    public bool DisableTracing { get; set; }

    public bool DisableMetrics { get; set; }
}
