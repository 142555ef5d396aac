using Orleans.Runtime;

namespace CorridorSim.Grains.Blocks;

/// <summary>A silo was lost, or is given up, while it had a block; the block can be sent elsewhere.</summary>
/// <param name="message">What was lost.</param>
[GenerateSerializer]
public sealed class BlockLostException(string message) : Exception(message);

/// <summary>A silo that leaves takes no block any more; the block can be sent elsewhere.</summary>
/// <param name="message">Who leaves.</param>
[GenerateSerializer]
public sealed class WorkerLeavingException(string message) : Exception(message);

/// <summary>Tells the loss of a silo, after which a block can be sent elsewhere, from an error in the block itself.</summary>
public static class BlockLoss
{
    /// <summary>True when the block may succeed elsewhere.</summary>
    public static bool IsLoss(Exception error) => error is OrleansException or TimeoutException or BlockLostException or WorkerLeavingException;
}
