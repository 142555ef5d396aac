using CorridorSim.Model.Countries;

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
        var first = (long)plan.Experiment.FirstVariant * plan.Experiment.Replicates;
        var block = new Block(plan, new LaneRange(first, 1));
        return plan.Participants.Where(p => p.IsCountry).SelectMany(p => Read(block, p)).ToLookup(r => r.Participant, r => r.Row);
    }

    private static IEnumerable<(int Participant, WireRow Row)> Read(Block block, ParticipantInfo info)
    {
        var country = new CountryParticipant(block, info);
        var rows = country.Reads.Where(r => r.Kind == RowKind.Weight).ToArray();
        _ = country.Complete();
        return rows.Select(row => (info.Index, row));
    }
}
