using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Queues;

/// <summary>
/// The applicants of one community at an office in a tick (docs/model.md, queues): new ones join those in process, some withdraw, some become
/// ready for a decision. Where the channel is closed to them all are sent away.
/// </summary>
internal readonly struct QueueFlow
{
    /// <summary>Works out who is where, persons.</summary>
    /// <param name="inProcess">Those within the decision time.</param>
    /// <param name="ready">Those who are ready for a decision.</param>
    /// <param name="applied">Those who apply in this tick.</param>
    /// <param name="isOpen">Above 0 where a lot with places is open to the community.</param>
    /// <param name="withdrawing">Share that withdraws in a tick, 0 to 1.</param>
    /// <param name="becoming">Share of those in process that becomes ready in a tick, 0 to 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public QueueFlow(LaneVector inProcess, LaneVector ready, LaneVector applied, LaneVector isOpen, LaneVector withdrawing, LaneVector becoming)
    {
        var process = inProcess + applied;
        var leaving = LaneVector.ConditionalSelect(LaneVector.GreaterThan(isOpen, LaneVector.Zero), withdrawing, LaneVector.One);
        Withdrawn = (process + ready) * leaving;
        process -= process * leaving;
        var left = ready - (ready * leaving);
        var moving = process * becoming;
        InProcess = process - moving;
        Ready = left + moving;
    }

    /// <summary>People who withdraw or are sent away.</summary>
    public LaneVector Withdrawn { get; }

    /// <summary>People within the decision time.</summary>
    public LaneVector InProcess { get; }

    /// <summary>People ready for a decision.</summary>
    public LaneVector Ready { get; }
}
