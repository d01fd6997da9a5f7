using Npgsql;

namespace Boligsosial.Bench;

/// <summary>SQL in a line, for filling and asking.</summary>
internal static class SqlExtensions
{
    /// <summary>Without a time limit: filling a register of a million takes a while.</summary>
    public static NpgsqlDataSource Aapne(string tilkobling) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(tilkobling) { CommandTimeout = 0 });

    public static async Task<T> Verdi<T>(this NpgsqlDataSource database, string sql)
    {
        await using var kommando = database.CreateCommand(sql);
        return (T)(await kommando.ExecuteScalarAsync())!;
    }

    public static async Task Kjoer(this NpgsqlDataSource database, string sql)
    {
        await using var kommando = database.CreateCommand(sql);
        await kommando.ExecuteNonQueryAsync();
    }
}
