using CorridorSim.Model.Engine;

namespace CorridorSim.Grains.Blocks;

/// <summary>What the clock and the participants of one block share on their silo.</summary>
public sealed class BlockAtWork(Block block)
{
    /// <summary>The lanes and their inputs.</summary>
    public Block Block { get; } = block;

    /// <summary>Where letters are handed in.</summary>
    public PostCounter Counter { get; } = new(block.Plan.Participants.Count);
}
