using System.Net;
using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;

namespace CorridorSim.Grains.Hosting;

/// <summary>A silo inside this process: no server, no configuration.</summary>
public sealed class EmbeddedSilo : IBlockEngine
{
    private readonly IHost _host;
    private readonly BlockStore _store;

    private EmbeddedSilo(IHost host)
    {
        _host = host;
        _store = host.Services.GetRequiredService<BlockStore>();
        Grains = host.Services.GetRequiredService<IGrainFactory>();
    }

    /// <summary>The grains of the silo.</summary>
    public IGrainFactory Grains { get; }

    /// <summary>Starts the silo on a free port of the loopback address.</summary>
    public static async Task<EmbeddedSilo> StartAsync(CancellationToken cancellation = default) => new(await FreePorts.StartAsync(Build, cancellation));

    /// <inheritdoc/>
    public long LaneTicksDone => _store.LaneTicksDone;

    /// <inheritdoc/>
    public Task<BlockReply> SimulateAsync(string run, BlockOrder order, CancellationToken cancellation) =>
        Grains.SimulateAsync(run, order, cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static IHost Build()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePorts.Next(IPAddress.Loopback), gatewayPort: 0);
            silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromMinutes(30));
            silo.Configure<MessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromMinutes(30));
            silo.Services.AddSingleton<BlockStore>();
        });
        return builder.Build();
    }
}
