using Npgsql;

namespace Boligsosial.ServiceDefaults.Persistence;

/// <summary>Tells what mends itself from what is wrong.</summary>
internal static class DatabaseAway
{
    /// <summary>No connection, a server going down or coming up, or two transactions in each other's way: the same again later may well succeed.</summary>
    public static bool Is(Exception exception) => exception switch
    {
        NpgsqlException { IsTransient: true } and not PostgresException => true,
        NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException or TimeoutException } => true,
        PostgresException { SqlState: { } state } => state.StartsWith("08", StringComparison.Ordinal)
            || state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
                or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        { InnerException: { } inner } => Is(inner),
        _ => false,
    };
}
