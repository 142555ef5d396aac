using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Choices;

namespace CorridorSim.Model.Rules.Queues;

/// <summary>
/// Applicants of a community to a channel in balance (docs/model.md, initialisation): the wait at which as many apply as are decided and
/// withdraw. Other ways of moving are left out of the balance.
/// </summary>
internal readonly struct QueueBalance
{
    private const int Halvings = 40;

    /// <summary>People who are ready to move when nobody queues.</summary>
    public required LaneVector Ready { get; init; }

    /// <summary>Places a month that stand for the community.</summary>
    public required LaneVector Places { get; init; }

    /// <summary>Decisions a month: places over the share of decisions that approve.</summary>
    public required LaneVector Decisions { get; init; }

    /// <summary>Decision time, months.</summary>
    public required LaneVector DecisionMonths { get; init; }

    /// <summary>Share of the queue that withdraws, per month.</summary>
    public required LaneVector WithdrawalRate { get; init; }

    /// <summary>Value of the channel, log units; this and what follows as in <see cref="ChannelAppeal"/>.</summary>
    public required LaneVector Value { get; init; }

    /// <summary>Elasticity of the diaspora.</summary>
    public required LaneVector DiasporaElasticity { get; init; }

    /// <summary>Log of the diaspora over the population at home.</summary>
    public required LaneVector LogDiasporaShare { get; init; }

    /// <summary>Dislike of waiting, per month.</summary>
    public required LaneVector WaitSensitivity { get; init; }

    /// <summary>Dislike of cost, per thousand USD.</summary>
    public required LaneVector CostSensitivity { get; init; }

    /// <summary>Fee, thousand USD.</summary>
    public required LaneVector Fee { get; init; }

    /// <summary>Applications minus decisions and withdrawals, persons a month, when the queue is worth a wait: it falls with the wait.</summary>
    /// <param name="wait">Queue over places, months.</param>
    public LaneVector Balance(LaneVector wait)
    {
        var queue = wait * Places;
        var appeal = ChannelAppeal.Of(
            Value, DiasporaElasticity, LogDiasporaShare, WaitSensitivity, wait + DecisionMonths, CostSensitivity, Fee);
        var considering = LaneMath.Of(LaneMath.ConsideringShare / LaneMath.TickMonths);
        var ready = LaneVector.Max(Ready - queue, LaneVector.Zero);
        var applying = MovingChoice.Leaving(ready * considering, LaneMath.SafeExp(appeal));
        return applying - Decisions - (WithdrawalRate * queue);
    }

    /// <summary>The wait at which the balance is nothing, between 0 and <see cref="ChannelWait.MaxMonths"/>, by halving.</summary>
    public LaneVector Wait()
    {
        var low = LaneVector.Zero;
        var high = LaneMath.Of(ChannelWait.MaxMonths);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) * LaneMath.Of(0.5);
            var grows = LaneVector.GreaterThan(Balance(middle), LaneVector.Zero);
            low = LaneVector.ConditionalSelect(grows, middle, low);
            high = LaneVector.ConditionalSelect(grows, high, middle);
        }

        return low;
    }
}
