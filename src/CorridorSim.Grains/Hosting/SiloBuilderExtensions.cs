using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Placement;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;

namespace CorridorSim.Grains.Hosting;

/// <summary>Sets up a silo for simulation.</summary>
public static class SiloBuilderExtensions
{
    /// <summary>Adds what the grains of blocks need.</summary>
    public static ISiloBuilder AddSimulation(this ISiloBuilder silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.AddSingleton<BlockStore>();
        silo.Services.AddPlacementDirector<BlockPlacement, BlockPlacementDirector>();
        _ = silo.AddGrainDirectory(BlockDirectory.Name, (_, _) => new BlockDirectory());
        return silo;
    }
}
