using Npgsql;

namespace Boligsosial.ServiceDefaults.Persistence;

/// <summary>Tells what mends itself from what is wrong.</summary>
internal static class DatabaseAway
{
    /// <summary>No connection, or a server going down or coming up: the same again later may well succeed.</summary>
    public static bool Is(Exception exception) => exception switch
    {
        NpgsqlException { IsTransient: true } and not PostgresException => true,
        NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException or TimeoutException } => true,
        PostgresException { SqlState: { } state } => state.StartsWith("08", StringComparison.Ordinal)
            || state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections,
        { InnerException: { } inner } => Is(inner),
        _ => false,
    };
}
