using System.Diagnostics;

namespace Boligsosial.Testing;

/// <summary>Waits for something that happens elsewhere, with a deadline.</summary>
public static class Eventually
{
    /// <summary>Returns when <paramref name="condition"/> holds; fails, saying <paramref name="what"/>, when it does not in time.</summary>
    public static async Task Is(Func<Task<bool>> condition, string what, TimeSpan? deadline = null)
    {
        var most = deadline ?? TimeSpan.FromSeconds(60);
        var started = Stopwatch.GetTimestamp();
        Exception? last = null;
        while (Stopwatch.GetElapsedTime(started) < most)
        {
            try
            {
                if (await condition())
                    return;
                last = null;
            }
            catch (Exception e) when (e is HttpRequestException or Npgsql.NpgsqlException or IOException)
            {
                last = e;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"Not within {most.TotalSeconds:0} s: {what}.", last);
    }
}
