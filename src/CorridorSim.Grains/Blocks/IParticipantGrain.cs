using CorridorSim.Grains.Messages;

namespace CorridorSim.Grains.Blocks;

/// <summary>A participant of one block. Key: run/block/name.</summary>
public interface IParticipantGrain : IGrainWithStringKey
{
    /// <summary>Takes its first state.</summary>
    Task BeginAsync(BlockOrder order, int participant);

    /// <summary>Advances one tick with the letters that arrived; returns the letters it sends.</summary>
    ValueTask<LetterBatch> AdvanceAsync(int tick, LetterBatch inbox);

    /// <summary>What it measured; ends the participant.</summary>
    Task<ReportParcel> CompleteAsync();
}
