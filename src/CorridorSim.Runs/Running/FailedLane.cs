using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;

namespace CorridorSim.Runs.Running;

/// <summary>Puts a lane on record whose simulation ended with an error, so that it is reported and does not end the others.</summary>
internal static class FailedLane
{
    /// <summary>A block of one lane without numbers.</summary>
    public static BlockResult Of(BlockPlan plan, long lane, Exception fault) => Of(plan, new LaneRange(lane, 1), fault.Message, isLost: false);

    /// <summary>A block that was lost every time it was sent.</summary>
    public static BlockResult OfLost(BlockPlan plan, LaneRange lanes, int tries, Exception lost) =>
        Of(plan, lanes, $"given up after {tries} tries: {lost.Message}", isLost: true);

    private static BlockResult Of(BlockPlan plan, LaneRange lanes, string reason, bool isLost) => new()
    {
        FirstLane = lanes.First,
        Lanes = lanes.Count,
        Series = plan.Series,
        Values = [.. plan.Series.Select(_ => Enumerable.Repeat(double.NaN, plan.Experiment.Points * lanes.Count).ToArray())],
        PointsPerMonth = plan.Experiment.PointsPerMonth,
        Events = [],
        Failures = [.. Enumerable.Range(0, lanes.Count).Select(l => new LaneFailure(lanes.First + l, "block", 0, reason.ReplaceLineEndings(" "), isLost))],
        LedgerError = 0,
    };

    /// <summary>Two neighbouring blocks as one.</summary>
    public static BlockResult Join(BlockResult left, BlockResult right, int points) => new()
    {
        FirstLane = left.FirstLane,
        Lanes = left.Lanes + right.Lanes,
        Series = left.Series,
        Values = [.. left.Values.Zip(right.Values, (l, r) => Join(l, left.Lanes, r, right.Lanes, points))],
        PointsPerMonth = left.PointsPerMonth,
        Events = [.. left.Events.Concat(right.Events).OrderBy(e => e.Month)],
        Failures = [.. left.Failures, .. right.Failures],
        LedgerError = Math.Max(left.LedgerError, right.LedgerError),
    };

    private static double[] Join(double[] left, int leftLanes, double[] right, int rightLanes, int points)
    {
        var values = new double[left.Length + right.Length];
        for (var point = 0; point < points; point++)
        {
            var at = point * (leftLanes + rightLanes);
            left.AsSpan(point * leftLanes, leftLanes).CopyTo(values.AsSpan(at));
            right.AsSpan(point * rightLanes, rightLanes).CopyTo(values.AsSpan(at + leftLanes));
        }

        return values;
    }
}
