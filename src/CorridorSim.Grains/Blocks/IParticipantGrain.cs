using CorridorSim.Grains.Messages;
using Orleans.Concurrency;

namespace CorridorSim.Grains.Blocks;

/// <summary>A participant of one block. Key: run/block/name.</summary>
public interface IParticipantGrain : IGrainWithStringKey
{
    /// <summary>Takes its first state.</summary>
    Task BeginAsync(BlockOrder order, int participant);

    /// <summary>
    /// Advances some ticks with the letters that arrived, and hands in the letters it sends, tick by tick, at the
    /// <see cref="PostCounter"/> of its block.
    /// </summary>
    /// <param name="tick">The first tick.</param>
    /// <param name="ticks">How many; more than one only for who hears from nobody, see <see cref="Model.Engine.BlockPlan.TicksAhead"/>.</param>
    /// <param name="inbox">The letters that arrived.</param>
    [OneWay]
    Task AdvanceAsync(int tick, int ticks, LetterBatch inbox);

    /// <summary>What it measured; ends the participant.</summary>
    Task<ReportParcel> CompleteAsync();

    /// <summary>Ends the participant of a block that was stopped or failed.</summary>
    [OneWay]
    Task AbandonAsync();
}
