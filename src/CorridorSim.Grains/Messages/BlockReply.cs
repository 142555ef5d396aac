using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;

namespace CorridorSim.Grains.Messages;

/// <summary>What a block measured, without what the asker knows already: which series they are. Inside a process it is passed on without a copy.</summary>
/// <param name="Values">Values per recorded series, points x lanes.</param>
/// <param name="Acts">Events and failures.</param>
/// <param name="LedgerError">Greatest relative error of the ledger.</param>
[GenerateSerializer]
[Immutable]
public sealed record BlockReply(
    [property: Id(0)] double[][] Values,
    [property: Id(1)] BlockActs Acts,
    [property: Id(2)] double LedgerError)
{
    /// <summary>Packs a result.</summary>
    public static BlockReply Of(BlockResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new BlockReply([.. result.Values], new BlockActs(result.Events, result.Failures), result.LedgerError);
    }

    /// <summary>Unpacks the result.</summary>
    public BlockResult ToResult(BlockPlan plan, LaneRange lanes)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new BlockResult
        {
            FirstLane = lanes.First,
            Lanes = lanes.Count,
            Series = plan.Series,
            Values = Values,
            PointsPerMonth = plan.Experiment.PointsPerMonth,
            Events = Acts.Events,
            Failures = Acts.Failures,
            LedgerError = LedgerError,
        };
    }
}

/// <summary>What happened in a block.</summary>
/// <param name="Events">Acts of instruments.</param>
/// <param name="Failures">Lanes that ended early.</param>
public sealed record BlockActs(IReadOnlyList<PolicyEvent> Events, IReadOnlyList<LaneFailure> Failures);
