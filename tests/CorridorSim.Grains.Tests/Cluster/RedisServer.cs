using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CorridorSim.Grains.Cluster;

namespace CorridorSim.Grains.Tests.Cluster;

/// <summary>A Redis of its own on a free loopback port, without a disk.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private readonly int _port = FreePort();
    private Process? _process;

    /// <summary>Where a cluster finds it.</summary>
    public ClusterAddress Address => new("127.0.0.1", _port);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await StartAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await KillAsync();

    /// <summary>Starts it, empty, on the port it always has.</summary>
    public async Task StartAsync()
    {
        string[] arguments = ["--port", _port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", string.Empty, "--appendonly", "no"];
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("REDIS_SERVER_PATH") ?? "redis-server", arguments) { RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        while (await _process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Ready to accept connections", StringComparison.Ordinal))
        {
        }

        _ = _process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Kills it; what it held is gone.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
