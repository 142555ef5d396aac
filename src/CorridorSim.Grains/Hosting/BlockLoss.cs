using CorridorSim.Grains.Cluster;
using Orleans.Runtime;

namespace CorridorSim.Grains.Hosting;

/// <summary>Tells the loss of a silo, after which a block can be sent elsewhere, from an error in the block itself.</summary>
public static class BlockLoss
{
    /// <summary>True when the block may succeed elsewhere.</summary>
    public static bool IsLoss(Exception error) =>
        error is OrleansException or TimeoutException or ParticipantLostException or WorkerLostException;
}
