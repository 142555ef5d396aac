using System.Diagnostics;
using System.Globalization;
using CorridorSim.Grains.Cluster;

namespace CorridorSim.Grains.Tests.Cluster;

/// <summary>A Redis of its own on a free loopback port, without a disk.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    // Below the ports that the system deals out: one that is given back for a moment is nobody else's when Redis starts again.
    private const int FirstPort = 20_000;
    private const int LastPort = 30_000;
    private const int Tries = 20;

    private int _port;
    private Process? _process;
    private string[] _settings = [];

    /// <summary>Where a cluster finds it.</summary>
    public ClusterAddress Address => new("127.0.0.1", _port);

    /// <summary>Another one with settings of its own; <c>{port}</c> in them stands for its port.</summary>
    public static async Task<RedisServer> StartAsync(params string[] settings)
    {
        var server = new RedisServer { _settings = settings };
        await server.InitializeAsync();
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            _port = Random.Shared.Next(FirstPort, LastPort);
            if (await TryStartAsync())
            {
                return;
            }
        }

        throw new InvalidOperationException("redis-server does not start; install it or name it in REDIS_SERVER_PATH.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await KillAsync();

    /// <summary>Starts it, empty, on the port it always has.</summary>
    public async Task StartAsync()
    {
        if (!await TryStartAsync())
        {
            throw new InvalidOperationException($"redis-server does not start again on port {_port}.");
        }
    }

    private async Task<bool> TryStartAsync()
    {
        var port = _port.ToString(CultureInfo.InvariantCulture);
        string[] arguments = ["--port", port, "--bind", "127.0.0.1", "--save", string.Empty, "--appendonly", "no", .. _settings.Select(s => s.Replace("{port}", port, StringComparison.Ordinal))];
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("REDIS_SERVER_PATH") ?? "redis-server", arguments) { RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                _ = _process.StandardOutput.ReadToEndAsync();
                return true;
            }
        }

        await KillAsync();
        return false;
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
}
