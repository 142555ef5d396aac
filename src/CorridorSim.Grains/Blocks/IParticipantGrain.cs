using CorridorSim.Grains.Messages;
using Orleans.Concurrency;

namespace CorridorSim.Grains.Blocks;

/// <summary>A participant of one block. Key: run/block/name.</summary>
public interface IParticipantGrain : IGrainWithStringKey
{
    /// <summary>Takes its first state.</summary>
    Task BeginAsync(BlockOrder order, int participant);

    /// <summary>
    /// Advances some ticks with the letters in its inbox of <see cref="BlockAtWork"/>, and hands in the letters it sends, tick by
    /// tick, at the <see cref="PostCounter"/> there.
    /// </summary>
    /// <param name="tick">The first tick.</param>
    /// <param name="ticks">How many; more than one only for who hears from nobody, see <see cref="Model.Engine.BlockPlan.TicksAhead"/>.</param>
    [OneWay]
    Task AdvanceAsync(int tick, int ticks);

    /// <summary>Leaves what it measured with its <see cref="BlockAtWork"/>; ends the participant.</summary>
    Task CompleteAsync();

    /// <summary>Ends the participant of a block that was stopped or failed.</summary>
    [OneWay]
    Task AbandonAsync();
}

/// <summary>A country in one block of lanes.</summary>
public interface ICountryGrain : IParticipantGrain;

/// <summary>An agreement, or the unilateral measures of a country, in one block of lanes.</summary>
public interface IAgreementGrain : IParticipantGrain;
