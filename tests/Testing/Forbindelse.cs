using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Boligsosial.Testing;

/// <summary>A wire to a server that a test can cut and mend: connections to <see cref="Port"/> end up at the server while it is whole.</summary>
public sealed class Forbindelse : IAsyncDisposable
{
    private readonly string _vert;
    private readonly int _tilPort;
    private readonly ConcurrentDictionary<TcpClient, byte> _aapne = new();
    private readonly CancellationTokenSource _slutt = new();
    private TcpListener? _lytter;
    private Task _mottak = Task.CompletedTask;

    public Forbindelse(string vert, int port)
    {
        (_vert, _tilPort) = (vert, port);
        using var ledig = new TcpListener(IPAddress.Loopback, 0);
        ledig.Start();
        Port = ((IPEndPoint)ledig.LocalEndpoint).Port;
    }

    public int Port { get; }

    /// <summary>How many connections are open through it.</summary>
    public int Aapne => _aapne.Count / 2;

    /// <summary>From now on connections get through.</summary>
    public void Koble()
    {
        _lytter = new(IPAddress.Loopback, Port);
        _lytter.Start();
        _mottak = TaImot(_lytter);
    }

    /// <summary>From now on they are refused, and those that are open break.</summary>
    public async Task Kutt()
    {
        _lytter?.Dispose();
        await _mottak;
        foreach (var klient in _aapne.Keys)
            klient.Dispose();
        _aapne.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _slutt.CancelAsync();
        await Kutt();
        _slutt.Dispose();
    }

    private async Task TaImot(TcpListener lytter)
    {
        try
        {
            while (true)
                _ = Videresend(await lytter.AcceptTcpClientAsync(_slutt.Token));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut.
        }
    }

    private async Task Videresend(TcpClient inn)
    {
        using var ut = new TcpClient();
        try
        {
            _aapne[inn] = _aapne[ut] = 0;
            inn.NoDelay = ut.NoDelay = true; // A wire does not save up small packets.
            await ut.ConnectAsync(_vert, _tilPort, _slutt.Token);
            await Task.WhenAny(
                inn.GetStream().CopyToAsync(ut.GetStream(), _slutt.Token),
                ut.GetStream().CopyToAsync(inn.GetStream(), _slutt.Token));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // Cut in the middle of something.
        }
        finally
        {
            inn.Dispose();
            _aapne.TryRemove(inn, out _);
            _aapne.TryRemove(ut, out _);
        }
    }
}
