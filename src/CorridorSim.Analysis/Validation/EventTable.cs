using CorridorSim.Analysis.Records;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Worlds;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Validation;

/// <summary>Observed and simulated change around each dated measure of a scenario, for the nationalities and passages that it names; series of fewer than a hundred a month say too little.</summary>
/// <param name="compiled">The scenario.</param>
/// <param name="series">The observed series.</param>
/// <param name="first">First month of the histories.</param>
/// <param name="observed">Per series the observed months from the first on; not-a-number in gaps.</param>
/// <param name="simulated">Per series, months x members.</param>
internal sealed class EventTable(
    CompiledScenario compiled, IReadOnlyList<ObservedSeries> series, int first, double[][] observed, double[][][] simulated)
{
    private const double LeastFlow = 100;

    /// <summary>The rows whose month lies in [begin, end), in order of month.</summary>
    public IReadOnlyList<BacktestEvent> Rows(int begin, int end) =>
    [
        .. from instrument in compiled.Scenario.Instruments
           from provision in instrument.Provisions
           where provision.From >= begin && provision.From < end
           from index in Concerned(provision)
           let row = Row(instrument, provision, index)
           where row is not null
           orderby row.Month, row.Measure, row.Series, row.Nationality
           select row,
    ];

    /// <summary>Single-nationality series of the nationalities that a provision names, or series of the passage that it names.</summary>
    private IEnumerable<int> Concerned(ProvisionText provision)
    {
        var plan = compiled.Experiment.World;
        // A country's places for protection share its code with a nationality but concern all.
        var words = provision.Targets.Where(p => !p.StartsWith("countries.", StringComparison.Ordinal)).SelectMany(p => p.Split('.', '@')).ToHashSet();
        words.UnionWith((provision.Announcement?.Nationalities ?? []).Select(n => plan.Nationalities[n].Code));
        words.UnionWith((provision.Lot?.Communities ?? []).Select(c => plan.Nationalities[plan.Communities[c.Index].Nationality].Code));
        for (var s = 0; s < series.Count; s++)
        {
            if (words.Contains(series[s].Name.Nationality) || (words.Contains("legs") && series[s].Keys.Any(k => words.Contains(k.Where))))
            {
                yield return s;
            }
        }
    }

    private BacktestEvent? Row(InstrumentText instrument, ProvisionText provision, int index)
    {
        // A measure from the middle of a month on counts from the next month.
        var month = (int)Math.Round(provision.From);
        var start = month - first;
        if (start < ObservedRecord.WindowMonths || start + ObservedRecord.WindowMonths > observed[index].Length || observed[index][(start - ObservedRecord.WindowMonths)..(start + ObservedRecord.WindowMonths)].Average() < LeastFlow)
        {
            return null;
        }

        var change = Change(m => observed[index][m], start);
        if (double.IsNaN(change))
        {
            return null;
        }

        var members = simulated[index][0].Length;
        double[] changes = [.. Enumerable.Range(0, members).Select(k => Change(m => simulated[index][m][k], start)).Where(c => !double.IsNaN(c))];
        var band = Quantiles.Interval(changes);
        return new BacktestEvent(
            CalendarMonth.Format((int)Math.Floor(provision.From)), $"{instrument.Id}/{provision.Id}", series[index].Name.Series, series[index].Name.Nationality, change, band.Median, band.Lower, band.Upper, Math.Sign(change) == Math.Sign(band.Median));
    }

    private static double Change(Func<int, double> value, int start)
    {
        var before = Enumerable.Range(start - ObservedRecord.WindowMonths, ObservedRecord.WindowMonths).Average(value);
        var after = Enumerable.Range(start, ObservedRecord.WindowMonths).Average(value);
        return before > 0 ? (after / before) - 1 : double.NaN;
    }
}
