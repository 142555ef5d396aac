using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Runs.Dealing;

/// <summary>What is asked of an answer before it is believed.</summary>
public static class BlockAnswer
{
    /// <summary>What is wrong with an answer, whoever sent it; null when it can be one to the question.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="plan">The compiled experiment.</param>
    /// <param name="lanes">The lanes that were asked for.</param>
    public static string? Fault(this BlockReply reply, BlockPlan plan, LaneRange lanes)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(plan);
        var cells = plan.Experiment.Months * lanes.Count;
        bool IsAsked(long lane) => lane >= lanes.First && lane < lanes.First + lanes.Count;
        return reply.Values?.Length != plan.Series.Count || reply.Values.Any(v => v?.Length != cells) ? "returned tables of another size"
            : reply.Acts is not { Events: { } events, Failures: { } failures } || !(reply.LedgerError >= 0) ? "returned no whole answer"
            : events.Any(e => e?.Lanes is null || !e.Lanes.All(IsAsked)) || failures.Any(f => f is null || !IsAsked(f.Lane)) ? "returned lanes that nobody asked for"
            : null;
    }

    /// <summary>Whether two answers say the same, to the last bit.</summary>
    public static bool IsSameAs(this BlockReply reply, BlockReply other)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(other);
        return reply.LedgerError.Equals(other.LedgerError)
            && reply.Values.Length == other.Values.Length
            && reply.Values.Zip(other.Values).All(v => v.First.AsSpan().SequenceEqual(v.Second))
            && ExperimentJson.Write(reply.Acts).AsSpan().SequenceEqual(ExperimentJson.Write(other.Acts));
    }
}
