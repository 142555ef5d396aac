using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace CorridorSim.Grains.Tests;

/// <summary>A cluster of three silos in this process, shared by the tests that need one.</summary>
public sealed class ThreeSilos : IAsyncLifetime
{
    /// <summary>Name of the collection of tests that share the cluster.</summary>
    public const string Name = "three silos";

    private TestCluster? _cluster;

    /// <summary>The grains of the cluster, as a client reaches them.</summary>
    public IGrainFactory Grains => _cluster!.GrainFactory;

    /// <summary>Simulates blocks on the cluster.</summary>
    public IBlockEngine Engine => new ClientEngine(Grains);

    /// <summary>What lives on the first silo.</summary>
    public IServiceProvider FirstSilo => _cluster!.GetSiloServiceProvider(_cluster.Primary!.SiloAddress);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var builder = new TestClusterBuilder(3);
        builder.AddSiloBuilderConfigurator<Configurator>();
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _cluster!.DisposeAsync();

    private sealed class ClientEngine(IGrainFactory grains) : IBlockEngine
    {
        public Task<BlockReply> SimulateAsync(string run, BlockOrder order, CancellationToken cancellation) => grains.SimulateAsync(run, order, cancellation);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Configurator : ISiloConfigurator
    {
        public void Configure(ISiloBuilder siloBuilder) => siloBuilder.Services.AddSingleton<BlockStore>();
    }
}
