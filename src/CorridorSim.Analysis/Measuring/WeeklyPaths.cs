using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Measuring;

/// <summary>
/// What the model counts between days of a run that began on a given day: its weeks are quarters of a month, 7.6 days, and within one people
/// come evenly. Who sets out in one of them arrives in the next, so that arrivals are read one later.
/// </summary>
public static class WeeklyPaths
{
    /// <summary>Days of one week of the model.</summary>
    public const double DaysPerWeek = Experiment.DaysPerMonth / Experiment.TicksPerMonth;

    /// <summary>Weekly values of an observed series in one lane; not-a-number where the lane failed.</summary>
    public static double[] Of(ExperimentResult result, ObservedSeries series, long lane)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(series);
        var later = series.Keys[0].Variable == Indicators.Admissions ? 1 : 0;
        var sum = new double[result.Plan.Experiment.Points - later];
        if (result.Failures.Any(f => f.Lane == lane))
        {
            Array.Fill(sum, double.NaN);
            return sum;
        }

        foreach (var key in series.Keys)
        {
            var values = result.Weeks(result.Plan.RecordedIndex(key), lane);
            for (var week = 0; week < sum.Length; week++)
            {
                sum[week] += values[week + later];
            }
        }

        return sum;
    }

    /// <summary>The sum from one day of the run to another.</summary>
    /// <param name="weeks">Weekly values from the first day on.</param>
    /// <param name="from">Days after the first, at least 0.</param>
    /// <param name="to">Days after the first, at most those of the weeks.</param>
    public static double Between(double[] weeks, double from, double to)
    {
        ArgumentNullException.ThrowIfNull(weeks);
        return Until(weeks, to) - Until(weeks, from);
    }

    /// <summary>Months of a run that hold some days and one week more.</summary>
    public static int Months(int days) => (int)Math.Ceiling((days + DaysPerWeek) / Experiment.DaysPerMonth);

    private static double Until(double[] weeks, double day)
    {
        var place = Math.Clamp(day / DaysPerWeek, 0, weeks.Length);
        var whole = (int)place;
        var sum = 0.0;
        for (var week = 0; week < whole; week++)
        {
            sum += weeks[week];
        }

        return whole < weeks.Length ? sum + (weeks[whole] * (place - whole)) : sum;
    }
}
