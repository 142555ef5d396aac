using CorridorSim.Grains.Messages;

namespace CorridorSim.Grains.Blocks;

/// <summary>A participant of one block. Key: run/block/name.</summary>
public interface IParticipantGrain : IGrainWithStringKey
{
    /// <summary>Takes its first state.</summary>
    Task BeginAsync(BlockOrder order, int participant);

    /// <summary>Advances some ticks with the letters that arrived; returns the letters it sends, tick by tick.</summary>
    /// <param name="tick">The first tick.</param>
    /// <param name="ticks">How many; more than one only for who hears from nobody, see <see cref="Model.Engine.BlockPlan.TicksAhead"/>.</param>
    /// <param name="inbox">The letters that arrived.</param>
    ValueTask<LetterBatch> AdvanceAsync(int tick, int ticks, LetterBatch inbox);

    /// <summary>What it measured; ends the participant.</summary>
    Task<ReportParcel> CompleteAsync();
}
