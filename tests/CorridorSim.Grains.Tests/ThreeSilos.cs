using CorridorSim.Grains.Hosting;
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

    private sealed class Configurator : ISiloConfigurator
    {
        public void Configure(ISiloBuilder siloBuilder) => siloBuilder.AddSimulation();
    }
}
