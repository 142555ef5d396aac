using System.Net;
using Orleans.Hosting;

namespace CorridorSim.Grains.Cluster;

/// <summary>How a worker takes part in a cluster.</summary>
public sealed record WorkerOptions
{
    /// <summary>Address at which the other nodes reach this worker; null for the one that leads to Redis.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>True to listen to a network without certificates.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Port for other workers; 0 for a free one.</summary>
    public int SiloPort { get; init; }

    /// <summary>Port for clients; 0 for a free one.</summary>
    public int GatewayPort { get; init; }

    /// <summary>Blocks at work at the same time, at least 1.</summary>
    public int Slots { get; init; } = Environment.ProcessorCount;

    /// <summary>How long a worker that leaves goes on with the blocks it has.</summary>
    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>True to tell each block that ends.</summary>
    public bool IsTalkative { get; init; }

    /// <summary>What opens the whole of Orleans to operators, see <see cref="WorkerDoor.PassOf"/>; null for nobody.</summary>
    public string? Pass { get; init; }

    /// <summary>What else the host adds to the silo.</summary>
    public Action<ISiloBuilder> Extend { get; init; } = _ => { };
}
