using CorridorSim.Model.Engine;

namespace CorridorSim.Model.Post;

/// <summary>A country or an agreement in one block of lanes.</summary>
public interface IParticipant
{
    /// <summary>Advances one tick.</summary>
    /// <param name="tick">Tick, counted from 0 without gaps.</param>
    /// <param name="inbox">Letters addressed to it, in order of wire.</param>
    /// <param name="outbox">Receives the letters that it sends, one for each of its <see cref="BlockPlan.OutgoingWires"/>.</param>
    void Advance(int tick, ReadOnlySpan<Letter> inbox, Span<Letter> outbox);

    /// <summary>What it measured over the whole horizon; called once, after the last tick.</summary>
    ParticipantReport Complete();
}
