using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Forecasting;

/// <summary>
/// Forecasts of levels by their flows: level(t) = last observed + inflows - outflows + residual. Flows that were counted never close the
/// account (claims opened again, late counts, revisions); what they leave unexplained is fitted to the last periods before the origin.
/// </summary>
public static class LevelForecast
{
    /// <summary>Periods before the origin from which the residual is fitted.</summary>
    public const int ResidualPeriods = 8;

    /// <summary>A deviation of the normal distribution over the median absolute one.</summary>
    private const double OfMedianDeviation = 1.4826;

    /// <summary>Puts in what is given, and makes the forecasts of levels anew from those of their flows.</summary>
    /// <param name="forecasts">Forecasts of all series from one origin.</param>
    /// <param name="given">Series, all nationalities together, whose observed values stand for a forecast.</param>
    public static IReadOnlyList<SeriesForecast> Complete(IReadOnlyList<SeriesForecast> forecasts, IReadOnlyList<string> given)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        SeriesForecast[] flows = [.. forecasts.Select(f => f.IsTotal && given.Contains(f.Series.Name.Series) ? Given(f) : f)];
        var byName = flows.ToDictionary(f => f.Series.Name);
        return
        [
            .. flows.Select(f => f.Series.Inflows.Count + f.Series.Outflows.Count == 0 ? f : Level(
                f, [.. f.Series.Inflows.Select(n => byName.GetValueOrDefault(f.Series.Name with { Series = n })).OfType<SeriesForecast>()],
                [.. f.Series.Outflows.Select(n => byName.GetValueOrDefault(f.Series.Name with { Series = n })).OfType<SeriesForecast>()])),
        ];
    }

    /// <summary>The residuals of a level before the origin, a period each: its change less inflows plus outflows.</summary>
    public static IReadOnlyList<double> Residuals(SeriesForecast level, IReadOnlyList<SeriesForecast> inflows, IReadOnlyList<SeriesForecast> outflows)
    {
        ArgumentNullException.ThrowIfNull(level);
        var past = level.Origin - level.Start;
        int[] seen = [.. Enumerable.Range(0, past).Where(m => !double.IsNaN(level.Observed[m]))];
        var residuals = new List<double>();
        foreach (var (before, now) in seen.Zip(seen.Skip(1)))
        {
            var residual = level.Observed[now] - level.Observed[before] - Counted(inflows, before, now) + Counted(outflows, before, now);
            if (!double.IsNaN(residual))
            {
                residuals.Add(residual);
            }
        }

        return residuals;
    }

    private static SeriesForecast Given(SeriesForecast forecast) => forecast with
    {
        Members = [.. forecast.Members.Select((members, month) => double.IsNaN(forecast.Truth[month]) ? members : [.. members.Select(_ => forecast.Truth[month])])],
    };

    /// <summary>What flows counted after one month up to another; not-a-number where a period is missing.</summary>
    private static double Counted(IReadOnlyList<SeriesForecast> flows, int before, int now) =>
        flows.Sum(f => Enumerable.Range(before + 1, now - before).Where(m => f.Series.EndsPeriod(f.Start + m)).Sum(m => f.Observed[m]));

    private static SeriesForecast Level(SeriesForecast level, IReadOnlyList<SeriesForecast> inflows, IReadOnlyList<SeriesForecast> outflows)
    {
        var past = level.Origin - level.Start;
        var last = Array.FindLastIndex(level.Observed, past - 1, past, v => !double.IsNaN(v));
        double[] residuals = [.. Residuals(level, inflows, outflows).TakeLast(ResidualPeriods)];
        if (last < 0 || residuals.Length == 0 || inflows.Count < level.Series.Inflows.Count || outflows.Count < level.Series.Outflows.Count
            || Enumerable.Range(last + 1, past - last - 1).Any(m => level.Series.EndsPeriod(level.Start + m)))
        {
            // Nothing to start from: the level is forecast as if it were counted.
            return level;
        }

        var middle = Quantiles.Median(residuals);
        var spread = OfMedianDeviation * Quantiles.Median([.. residuals.Select(r => Math.Abs(r - middle))]);
        return level with { Members = Accumulate(level, inflows, outflows, level.Observed[last], middle, spread) };
    }

    private static double[][] Accumulate(
        SeriesForecast level, IReadOnlyList<SeriesForecast> inflows, IReadOnlyList<SeriesForecast> outflows, double start, double middle, double spread)
    {
        var draws = new SplitMixUniforms(level.Key);
        double[] now = [.. level.Members[0].Select(_ => start)];
        // One residual a member for all periods: what is not explained lasts.
        double[] residual = [.. now.Select(_ => middle + (spread * draws.NextNormal()))];
        var members = new double[level.Months][];
        for (var month = 0; month < members.Length; month++)
        {
            var calendar = level.Origin + month;
            Move(now, inflows, month, calendar, 1);
            Move(now, outflows, month, calendar, -1);
            for (var k = 0; k < now.Length && level.Series.EndsPeriod(calendar); k++)
            {
                now[k] = Math.Max(0, now[k] + residual[k]);
            }

            members[month] = [.. now];
        }

        return members;
    }

    private static void Move(double[] now, IReadOnlyList<SeriesForecast> flows, int month, int calendar, double sign)
    {
        foreach (var flow in flows.Where(f => f.Series.EndsPeriod(calendar)))
        {
            for (var k = 0; k < now.Length; k++)
            {
                now[k] += sign * flow.Members[month][k % flow.Members[month].Length];
            }
        }
    }
}
