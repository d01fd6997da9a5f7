using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Boligsosial.Bench;

/// <summary>What a round of load gave.</summary>
internal sealed record Lastsvar(double PerSekund, TimeSpan P50, TimeSpan P99, int Feil)
{
    public override string ToString() => $"{PerSekund:0.0} {P50.Ticks} {P99.Ticks} {Feil}";

    public static Lastsvar Les(string linje) => linje.Split(' ') is [var perSekund, var p50, var p99, var feil]
        ? new(double.Parse(perSekund), new(long.Parse(p50)), new(long.Parse(p99)), int.Parse(feil))
        : throw new FormatException(linje);
}

/// <summary>
/// The same GETs, or POST where there is a body, again and again, over connections that are kept. Plain sockets: an HTTP client would cost more than the
/// gateway that is measured. A process of its own, on one core, whoever is asked.
/// </summary>
internal static class Last
{
    /// <summary><paramref name="perSekund"/> 0: as many as they can; else that many, evenly spread.</summary>
    public static Task<Lastsvar> Maal(Uri url, int forbindelser, int sekunder, int perSekund = 0, string? token = null, string innhold = "") =>
        Maal([url], forbindelser, sekunder, perSekund, token, innhold);

    /// <summary>One after the other of these addresses of one service, told in a file: there are more than a command line takes.</summary>
    public static async Task<Lastsvar> Maal(IEnumerable<Uri> urler, int forbindelser, int sekunder, int perSekund = 0, string? token = null, string innhold = "")
    {
        var fil = Path.GetTempFileName();
        await File.WriteAllLinesAsync(fil, urler.Select(u => u.AbsoluteUri));
        try
        {
            await using var prosess = Prosess.Start("taskset", ["-c", "0", Environment.ProcessPath!, "last", fil, $"{forbindelser}", $"{sekunder}", $"{perSekund}", token ?? await Prosess.Token(), innhold]);
            await prosess.Ferdig();
            var linjer = prosess.Linjer().Where(l => l.Length > 0).ToList();
            return linjer is [var en] ? Lastsvar.Les(en) : throw new InvalidOperationException(string.Join('\n', linjer));
        }
        finally
        {
            File.Delete(fil);
        }
    }

    public static async Task<int> Kjoer(Uri[] urler, int forbindelser, TimeSpan varighet, int perSekund, string token, string innhold)
    {
        var foresporsler = Array.ConvertAll(urler, url => Encoding.ASCII.GetBytes(
            $"{(innhold.Length > 0 ? "POST" : "GET")} {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nAccept: application/json\r\nAuthorization: Bearer {token}\r\n"
            + (innhold.Length > 0 ? $"Content-Type: application/json\r\nContent-Length: {innhold.Length}\r\n\r\n{innhold}" : "\r\n")));
        var (start, tider, feil, tatt) = (Stopwatch.GetTimestamp(), new List<TimeSpan>[forbindelser], 0, -1);
        await Task.WhenAll(Enumerable.Range(0, forbindelser).Select(async nr =>
        {
            var mine = tider[nr] = [];
            using var forbindelse = new TcpClient { NoDelay = true };
            await forbindelse.ConnectAsync(urler[0].Host, urler[0].Port);
            var (stroem, buffer) = (forbindelse.GetStream(), new byte[256 * 1024]);
            while (Stopwatch.GetElapsedTime(start) < varighet)
            {
                var denne = Interlocked.Increment(ref tatt);
                if (perSekund > 0)
                    await Vent(start, TimeSpan.FromSeconds((double)denne / perSekund));
                var sendt = Stopwatch.GetTimestamp();
                await stroem.WriteAsync(foresporsler[denne % foresporsler.Length]);
                if (!await LesSvar(stroem, buffer))
                    Interlocked.Increment(ref feil);
                mine.Add(Stopwatch.GetElapsedTime(sendt));
            }
        }));
        var alle = tider.SelectMany(t => t).ToList();
        var brukt = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(new Lastsvar(alle.Count / brukt, Tall.Median(alle), Tall.Persentil(alle, 0.99), feil));
        return 0;
    }

    private static async Task Vent(long start, TimeSpan til)
    {
        var igjen = til - Stopwatch.GetElapsedTime(start);
        if (igjen > TimeSpan.Zero)
            await Task.Delay(igjen);
    }

    /// <summary>One whole answer, by its length or to its last chunk; whether it was a good one.</summary>
    private static async Task<bool> LesSvar(NetworkStream stroem, byte[] buffer)
    {
        var (lest, slutt) = (0, -1);
        while (slutt < 0 || lest < slutt)
        {
            var nye = await stroem.ReadAsync(buffer.AsMemory(lest));
            if (nye == 0)
                throw new IOException("The connection was closed in the middle of an answer.");
            lest += nye;
            slutt = Slutt(buffer.AsSpan(0, lest));
        }

        return buffer.AsSpan(0, lest).StartsWith("HTTP/1.1 200"u8);
    }

    /// <summary>Where the answer ends; -1 as long as that is not known.</summary>
    private static int Slutt(ReadOnlySpan<byte> svar)
    {
        var hode = svar.IndexOf("\r\n\r\n"u8);
        if (hode < 0)
            return -1;
        var lengde = svar[..hode].IndexOf("Content-Length: "u8);
        if (lengde >= 0)
        {
            var tall = svar[(lengde + "Content-Length: ".Length)..];
            return hode + 4 + int.Parse(tall[..tall.IndexOf((byte)'\r')], null);
        }

        return svar.EndsWith("\r\n0\r\n\r\n"u8) ? svar.Length : -1;
    }
}
