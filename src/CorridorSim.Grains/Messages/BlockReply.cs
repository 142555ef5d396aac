using System.Text.Json;
using CorridorSim.Model.Engine;

namespace CorridorSim.Grains.Messages;

/// <summary>What a block measured, without what the asker knows already: which series they are.</summary>
/// <param name="Values">Values per recorded series, months x lanes.</param>
/// <param name="Acts">Events and failures, as JSON.</param>
/// <param name="LedgerError">Greatest relative error of the ledger.</param>
[GenerateSerializer]
[Immutable]
public sealed record BlockReply(
    [property: Id(0)] double[][] Values,
    [property: Id(1)] byte[] Acts,
    [property: Id(2)] double LedgerError)
{
    /// <summary>Packs a result.</summary>
    public static BlockReply Of(BlockResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var acts = JsonSerializer.SerializeToUtf8Bytes(new ActsOfBlock(result.Events, result.Failures));
        return new BlockReply([.. result.Values], acts, result.LedgerError);
    }

    /// <summary>Unpacks the result.</summary>
    public BlockResult ToResult(BlockPlan plan, LaneRange lanes)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var acts = JsonSerializer.Deserialize<ActsOfBlock>(Acts) ?? throw new JsonException("The acts of a block are missing.");
        return new BlockResult
        {
            FirstLane = lanes.First,
            Lanes = lanes.Count,
            Series = plan.Series,
            Values = Values,
            Events = acts.Events,
            Failures = acts.Failures,
            LedgerError = LedgerError,
        };
    }

    private sealed record ActsOfBlock(IReadOnlyList<PolicyEvent> Events, IReadOnlyList<LaneFailure> Failures);
}
