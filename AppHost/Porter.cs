using System.Net;
using System.Net.Sockets;

namespace AppHost;

internal static class Porter
{
    public static int Ledig()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Before anything starts: a port that someone else holds would otherwise show as a service that never gets healthy.</summary>
    public static void KrevLedig(string innstilling, int? port)
    {
        if (port is { } gitt && !ErLedig(gitt))
        {
            throw new OppsettException(
                $"Port {gitt} is in use. The setting {innstilling} decides it: stop what uses the port, or choose another with --{innstilling}={gitt + 1} (0 is any free one).");
        }
    }

    private static bool ErLedig(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
