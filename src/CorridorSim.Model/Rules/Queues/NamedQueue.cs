using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Queues;

/// <summary>
/// People named years ago who still wait, in a tick (docs/model.md, queues): others are named at the pace f that made the queue, some
/// withdraw, and places go to the front, at most as many as wait.
/// </summary>
internal readonly struct NamedQueue
{
    /// <summary>Works out the flows of a tick, persons.</summary>
    /// <param name="queue">People who wait.</param>
    /// <param name="filings">People named a month, f.</param>
    /// <param name="places">Places of the tick.</param>
    /// <param name="withdrawing">Share that withdraws in a tick, 0 to 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NamedQueue(LaneVector queue, LaneVector filings, LaneVector places, LaneVector withdrawing)
    {
        var waiting = queue + (filings * LaneMath.Of(LaneMath.TickMonths));
        Withdrawn = waiting * withdrawing;
        waiting -= Withdrawn;
        Admitted = LaneVector.Min(places, waiting);
        Left = waiting - Admitted;
    }

    /// <summary>People who withdraw.</summary>
    public LaneVector Withdrawn { get; }

    /// <summary>People admitted.</summary>
    public LaneVector Admitted { get; }

    /// <summary>People who still wait.</summary>
    public LaneVector Left { get; }

    /// <summary>f = backlog / wait of its front: people named a month, 0 where nobody has waited.</summary>
    /// <param name="backlog">People who wait at the start.</param>
    /// <param name="waitMonths">Months for which the person at the front has waited.</param>
    public static LaneVector Filings(LaneVector backlog, LaneVector waitMonths) => LaneMath.Ratio(backlog, waitMonths);

    /// <summary>queue / f: for how long the front has waited when people are named at a steady pace, months; 0 where nobody is named.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Wait(LaneVector queue, LaneVector filings) => LaneMath.Ratio(queue, filings);
}
