using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Grains.Messages;

/// <summary>Asks for the simulation of one block; inside a process it is passed on without a copy.</summary>
/// <param name="Experiment">The experiment without its variants, the same for all its blocks.</param>
/// <param name="First">First lane.</param>
/// <param name="Count">Number of lanes.</param>
/// <param name="FirstVariant">Number of the first variant of the block.</param>
/// <param name="Variants">The variants of the block alone: a sweep of thousands sends none of the others along.</param>
[GenerateSerializer]
[Immutable]
public sealed record BlockOrder(
    [property: Id(0)] EncodedExperiment Experiment,
    [property: Id(1)] long First,
    [property: Id(2)] int Count,
    [property: Id(3)] int FirstVariant,
    [property: Id(4)] IReadOnlyList<Variant> Variants)
{
    private const int MaxLanes = 4096;

    /// <summary>The lanes.</summary>
    public LaneRange Lanes => new(First, Count);

    /// <summary>Orders the lanes of an experiment.</summary>
    /// <param name="encoded">The experiment, made once for all its blocks.</param>
    /// <param name="experiment">The same experiment with its variants.</param>
    /// <param name="lanes">The lanes.</param>
    public static BlockOrder Of(EncodedExperiment encoded, Experiment experiment, LaneRange lanes)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var slice = experiment.Slice(lanes);
        return new BlockOrder(encoded, lanes.First, lanes.Count, slice.FirstVariant, [.. slice.Variants]);
    }

    /// <summary>What a worker demands of an order, whoever sent it, before it makes room for its lanes.</summary>
    /// <param name="structure">The experiment.</param>
    /// <exception cref="ArgumentException">It is beyond the limits of scenarios, or at odds with itself.</exception>
    public void Demand(Experiment structure)
    {
        ArgumentNullException.ThrowIfNull(structure);
        if (structure is not { Months: >= 1 and <= Model.Engine.Experiment.MaxMonths, Replicates: >= 1 and <= Model.Engine.Experiment.MaxReplicates }
            || Count is < 1 or > MaxLanes || FirstVariant < 0 || Variants is not { Count: > 0 and <= MaxLanes }
            || First < (long)FirstVariant * structure.Replicates
            || First - ((long)FirstVariant * structure.Replicates) > ((long)Variants.Count * structure.Replicates) - Count)
        {
            throw new ArgumentException("The order of a block is beyond the limits of scenarios, or at odds with itself.");
        }
    }

    /// <summary>Simulates the block in this process, without grains.</summary>
    public BlockReply Simulate()
    {
        var plan = Experiment.Compile();
        return BlockReply.Of(BlockSimulation.Run(new Block(plan, Lanes, Slice(plan.Experiment))));
    }

    /// <summary>An experiment with the variants of this block.</summary>
    /// <param name="structure">The decoded experiment, when it is at hand.</param>
    public Experiment Slice(Experiment? structure = null) =>
        (structure ?? Experiment.Plan?.Experiment ?? Experiment.Decode()) with { FirstVariant = FirstVariant, Variants = Variants };
}
