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

    /// <summary>What is wrong with an answer, whoever sent it; null when it can be one to the question.</summary>
    /// <param name="plan">The compiled experiment.</param>
    /// <param name="lanes">The lanes that were asked for.</param>
    public string? Fault(BlockPlan plan, LaneRange lanes)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var cells = plan.Experiment.Months * lanes.Count;
        bool IsAsked(long lane) => lane >= lanes.First && lane < lanes.First + lanes.Count;
        return Values?.Length != plan.Series.Count || Values.Any(v => v?.Length != cells) ? "returned tables of another size"
            : Acts is not { Events: { } events, Failures: { } failures } || !(LedgerError >= 0) ? "returned no whole answer"
            : events.Any(e => e?.Lanes is null || !e.Lanes.All(IsAsked)) || failures.Any(f => f is null || !IsAsked(f.Lane)) ? "returned lanes that nobody asked for"
            : null;
    }

    /// <summary>Whether another answer says the same, to the last bit.</summary>
    public bool IsSameAs(BlockReply other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return LedgerError.Equals(other.LedgerError)
            && Values.Length == other.Values.Length
            && Values.Zip(other.Values).All(v => v.First.AsSpan().SequenceEqual(v.Second))
            && ExperimentJson.Write(Acts).AsSpan().SequenceEqual(ExperimentJson.Write(other.Acts));
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
