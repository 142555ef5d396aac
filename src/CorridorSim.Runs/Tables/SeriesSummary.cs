using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Running;

namespace CorridorSim.Runs.Tables;

/// <summary>
/// The distribution of one series over the replicates of a variant in one month, without the lanes in which it is not a number
/// (a wait of nobody). Quantiles are interpolated linearly
/// between order statistics, as SQL's <c>quantile_cont</c> does.
/// </summary>
/// <param name="result">The result.</param>
/// <param name="failed">Lanes that are left out.</param>
internal sealed class SeriesSummary(ExperimentResult result, IReadOnlySet<long> failed)
{
    private readonly double[] _values = new double[result.Plan.Experiment.Replicates];

    /// <summary>Number of lanes that count.</summary>
    public int Count { get; private set; }

    /// <summary>Mean over the lanes; not-a-number when none counts.</summary>
    public double Mean { get; private set; }

    /// <summary>Takes a series, variant and month; returns the number of lanes that count.</summary>
    public int Read(int series, int variant, int month)
    {
        var replicates = _values.Length;
        var first = (long)variant * replicates;
        Count = 0;
        foreach (var block in result.Blocks)
        {
            var from = Math.Max(first, block.FirstLane);
            var to = Math.Min(first + replicates, block.FirstLane + block.Lanes);
            for (var lane = from; lane < to; lane++)
            {
                var value = block.Month(series, month, (int)(lane - block.FirstLane));
                if (!double.IsNaN(value) && (failed.Count == 0 || !failed.Contains(lane)))
                {
                    _values[Count++] = value;
                }
            }
        }

        var counted = _values.AsSpan(0, Count);
        var sum = 0.0;
        var isSorted = true;
        for (var i = 0; i < counted.Length; i++)
        {
            sum += counted[i];
            isSorted &= i == 0 || counted[i] >= counted[i - 1];
        }

        Mean = sum / Count;
        if (!isSorted)
        {
            counted.Sort();
        }

        return Count;
    }

    /// <summary>The value below which a share of the lanes lies; not-a-number when none counts.</summary>
    /// <param name="probability">From 0 to 1, both inclusive.</param>
    public double Quantile(double probability)
    {
        if (Count == 0)
        {
            return double.NaN;
        }

        var position = probability * (Count - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, Count - 1);
        return _values[below] + ((position - below) * (_values[above] - _values[below]));
    }
}

/// <summary>Where a series belongs, told apart into the columns of the tidy table; what does not apply is null.</summary>
/// <param name="Origin">Country that is left.</param>
/// <param name="Destination">Country that is entered.</param>
/// <param name="Channel">Legal channel.</param>
/// <param name="Leg">Passage, leg or border.</param>
/// <param name="Place">Anything else: country, route, or agreement/provision.</param>
internal readonly record struct SeriesPlace(string? Origin, string? Destination, string? Channel, string? Leg, string? Place)
{
    public static SeriesPlace Of(BlockPlan plan, SeriesKey key)
    {
        var channel = plan.Experiment.World.Channels.FirstOrDefault(c => c.Id == key.Where);
        if (channel is not null)
        {
            return new SeriesPlace(null, plan.Experiment.World.Countries[channel.Country.Index].Code, channel.Id, null, null);
        }

        var ends = key.Where.Split('>');
        return ends.Length == 2
            ? new SeriesPlace(ends[0], ends[1], null, key.Where, null)
            : new SeriesPlace(null, null, null, null, key.Where);
    }
}
