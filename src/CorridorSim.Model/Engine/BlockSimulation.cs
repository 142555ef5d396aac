using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;

namespace CorridorSim.Model.Engine;

/// <summary>Advances the participants of one block in a plain loop, without actors: the rules alone.</summary>
public static class BlockSimulation
{
    /// <summary>Simulates the lanes of one block from the first to the last tick.</summary>
    /// <param name="plan">The compiled experiment.</param>
    /// <param name="lanes">The lanes to simulate.</param>
    /// <param name="cancellation">Checked between ticks.</param>
    public static BlockResult Run(BlockPlan plan, LaneRange lanes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var block = new Block(plan, lanes);
        var result = Run(block, cancellation);
        block.Release();
        return result;
    }

    /// <summary>Simulates a block from the first to the last tick.</summary>
    /// <param name="block">The lanes with their inputs.</param>
    /// <param name="cancellation">Checked between ticks.</param>
    public static BlockResult Run(Block block, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(block);
        var plan = block.Plan;
        var participants = plan.Participants.Select(p => block.CreateParticipant(p.Index)).ToArray();
        var post = new Postmaster(plan);
        var outbox = new Letter[plan.OutgoingWires.Max(wires => wires.Length)];
        for (var tick = 0; tick < plan.Ticks; tick++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var wave in plan.Waves)
            {
                foreach (var participant in wave)
                {
                    var letters = outbox.AsSpan(0, plan.OutgoingWires[participant].Length);
                    participants[participant].Advance(tick, post.Collect(participant).Span, letters);
                    post.Post(letters);
                }
            }

            post.EndTick();
        }

        return block.Assemble(participants.Select(p => p.Complete()));
    }
}
