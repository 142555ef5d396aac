using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Queues;

/// <summary>The wait that applicants to a channel expect (docs/model.md, channels).</summary>
internal static class ChannelWait
{
    /// <summary>Longest wait that anybody reckons with, months.</summary>
    public const double MaxMonths = 240;

    private const double LeastPartOfPlaces = 0.1;

    /// <summary>Decision time plus queue over pace, at most <see cref="MaxMonths"/>; the pace is the smoothed admissions, at least a tenth of the places.</summary>
    /// <param name="queue">People who wait.</param>
    /// <param name="admissions">Smoothed admissions a month.</param>
    /// <param name="places">Places a month.</param>
    /// <param name="decisionMonths">Months to a decision.</param>
    public static LaneVector Expected(LaneVector queue, LaneVector admissions, LaneVector places, LaneVector decisionMonths)
    {
        var pace = LaneVector.Max(admissions, places * LaneMath.Of(LeastPartOfPlaces));
        return LaneVector.Min(decisionMonths + LaneMath.Ratio(queue, pace), LaneMath.Of(MaxMonths));
    }
}
