using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Records;

/// <summary>A count beside what a variant simulated, summed over the months or quarters that both hold; of a level the last one.</summary>
/// <param name="Series">What was counted, and the series of the model that it is held against.</param>
/// <param name="Unit">Unit of a month.</param>
/// <param name="Period">First and last month that was counted within the run.</param>
/// <param name="Months">Months that were counted, at least 1; gaps within the period are left out of both sums.</param>
/// <param name="Observed">The record, persons or events.</param>
/// <param name="Simulated">Median and 90 % interval of the simulated sum over replicates.</param>
public sealed record RecordComparison(ObservedSeries Series, string Unit, Period Period, int Months, double Observed, Band Simulated)
{
    /// <summary>All counts of months of the run whose series of the model a variant recorded, in order of the record.</summary>
    /// <param name="ensemble">The variant.</param>
    /// <param name="record">The record of its world.</param>
    public static IReadOnlyList<RecordComparison> Of(IEnsemble ensemble, ObservedRecord record)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(record);
        var units = ensemble.Series.ToDictionary(s => s.Key, s => s.Unit);
        return [.. record.Series.Where(s => s.Keys.All(units.ContainsKey)).Select(s => Of(ensemble, s, units[s.Keys[0]], record)).OfType<RecordComparison>()];
    }

    private static RecordComparison? Of(IEnsemble ensemble, ObservedSeries series, string unit, ObservedRecord record)
    {
        var observed = record.Table.Values(series.Name, ensemble.FirstMonth, ensemble.Months);
        // A quarter stands at its last month; one that began before the run is left out.
        var before = series.Step == ReportStep.Quarter && !series.IsLevel ? ReportSteps.MonthsPerQuarter - 1 : 0;
        int[] counted = [.. Enumerable.Range(0, observed.Length).Where(m => m >= before && !double.IsNaN(observed[m]))];
        counted = series.IsLevel ? [.. counted.TakeLast(1)] : counted;
        if (counted.Length == 0)
        {
            return null;
        }

        var lanes = series.Keys.Select(ensemble.Monthly).ToArray();
        double[] sums = [.. Enumerable.Range(0, ensemble.Replicates).Select(k => lanes.Sum(l => counted.Sum(m => Enumerable.Range(m - before, before + 1).Sum(i => l[k][i]))))];
        return new RecordComparison(
            series,
            unit,
            new Period(ensemble.FirstMonth + counted[0] - before, ensemble.FirstMonth + counted[^1]),
            counted.Length * (before + 1),
            counted.Sum(m => observed[m]),
            Quantiles.Interval(Quantiles.WithoutNaN(sums)));
    }
}
