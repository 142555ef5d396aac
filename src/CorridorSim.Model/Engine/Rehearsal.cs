using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;

namespace CorridorSim.Model.Engine;

/// <summary>
/// Finds out which provisions matter to which country. A country alone knows what it asks its inputs for, so each is made once,
/// for one lane and with every letter within reach; who asks for no provision of an agreement then need not hear from it.
/// </summary>
internal static class Rehearsal
{
    /// <summary>Per participant the weights of provisions that it reads.</summary>
    /// <param name="plan">The experiment, with wires from every agreement to every country.</param>
    public static ILookup<int, WireRow> Weights(BlockPlan plan)
    {
        // What a country asks for is the same in every variant, and the plan of a worker has none.
        var alone = plan.Experiment with { FirstVariant = 0, Variants = [new Variant("rehearsal", [])], Replicates = 1, KnownShocks = null };
        var block = new Block(plan, new LaneRange(0, 1), alone);
        return plan.Participants.Where(p => p.IsCountry).SelectMany(p => Read(block, p)).ToLookup(r => r.Participant, r => r.Row);
    }

    private static IEnumerable<(int Participant, WireRow Row)> Read(Block block, ParticipantInfo info)
    {
        var country = new CountryParticipant(block.Scope, info);
        var rows = country.Reads.Where(r => r.Kind == RowKind.Weight).ToArray();
        _ = country.Complete();
        return rows.Select(row => (info.Index, row));
    }
}
