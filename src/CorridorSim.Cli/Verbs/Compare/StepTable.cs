using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Words;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Terminal;
using CorridorSim.Model.Engine;

namespace CorridorSim.Cli.Verbs.Compare;

/// <summary>Effects by week, month or quarter: flows of the period, levels of its end.</summary>
/// <param name="comparison">What is compared.</param>
/// <param name="step">Length of a period.</param>
/// <param name="at">Months; all common ones when null.</param>
internal sealed class StepTable(Comparison comparison, ReportStep step, Period? at)
{
    /// <summary>A table, one row an indicator and period.</summary>
    /// <param name="names">Indicators.</param>
    /// <param name="places">Names of the world; null for codes.</param>
    public string Text(IEnumerable<IndicatorName> names, PlaceWords? places)
    {
        var table = new TextTable(
            new TextColumn(step.Name(), IsRight: false), new TextColumn("baseline"), new TextColumn("scenario"), new TextColumn("effect"), new TextColumn("90% interval"));
        foreach (var name in names)
        {
            var rows = Rows(name).ToArray();
            var called = places?.SeriesOf(name) ?? name.ToString();
            table.Heading(rows.Length == 0 ? called : $"{called}, {rows[0].Unit}");
            foreach (var row in rows)
            {
                table.Row(
                    row.Period, Figures.Level(row.Base, row.Unit), Figures.Level(row.Other, row.Unit), Figures.Difference(row.Difference.Median, row.Unit),
                    Figures.Differences(row.Difference.Lower, row.Difference.Upper, row.Unit));
            }
        }

        return table.Render(Screen.Width);
    }

    /// <summary>The same for programs.</summary>
    public IEnumerable<object> Json(IEnumerable<IndicatorName> names) => names.SelectMany(Rows).Select(r => new
    {
        r.Name,
        r.Period,
        r.Unit,
        BaseMedian = r.Base,
        OtherMedian = r.Other,
        DifferenceMedian = r.Difference.Median,
        P05 = r.Difference.Lower,
        P95 = r.Difference.Upper,
    });

    private IEnumerable<(string Name, string Period, string Unit, double Base, double Other, Band Difference)> Rows(IndicatorName name)
    {
        var (unit, periods, before) = comparison.ReaderOfBase.By(name, step);
        var after = comparison.ReaderOfOther.By(name, step).Values;
        var differences = comparison.DifferencesBy(name, step);
        for (var p = 0; p < periods.Count && after.All(a => p < a.Length); p++)
        {
            var month = periods.MonthOf(p);
            if (at is not { } asked || (month >= asked.First && month <= asked.Last))
            {
                yield return (
                    name.ToString(), periods.Names[p], unit, Median(before, p), Median(after, p), Quantiles.Interval(Quantiles.WithoutNaN([.. differences.Select(d => d[p])])));
            }
        }
    }

    private static double Median(double[][] values, int period) => Quantiles.Median(Quantiles.WithoutNaN([.. values.Select(v => v[period])]));
}
