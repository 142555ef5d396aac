using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Engine;

/// <summary>
/// Finds out which provisions matter to which country. A country alone knows what it asks its inputs for, so each is made once,
/// for one lane and with every letter within reach; who asks for no provision of an agreement then need not hear from it.
/// </summary>
internal static class Rehearsal
{
    /// <summary>Per participant the weights of provisions that it reads.</summary>
    /// <param name="world">The structure.</param>
    /// <param name="everywhere">Its network with wires from every agreement to every country.</param>
    public static ILookup<int, WireRow> Weights(WorldPlan world, WorldNetwork everywhere)
    {
        // What a country asks for is the same in every experiment.
        var any = new Experiment { World = world, Variants = [new Variant("rehearsal", [])], Replicates = 1, Seed = 0, FirstMonth = 0, Months = 1 };
        var plan = new BlockPlan(any, everywhere);
        var block = new Block(plan, new LaneRange(0, 1));
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
