using System.Globalization;
using System.Text;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Store;

namespace CorridorSim.Analysis.Reports;

/// <summary>
/// Tables of a run that fit a spreadsheet, as CSV: one line a figure, indicators by the names that commands take, and nothing
/// where a figure is not defined.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="choice">What is wanted of it.</param>
public sealed class RunSheet(StoredRun run, SheetChoice choice)
{
    private readonly StoredEnsemble[] _ensembles =
        [.. run.Manifest.Variants.Select((name, i) => (name, i)).Where(v => choice.Variants.Count == 0 || choice.Variants.Contains(v.name)).Select(v => new StoredEnsemble(run, v.i))];

    /// <summary>Names of variants that the run does not have.</summary>
    public IReadOnlyList<string> UnknownVariants => [.. choice.Variants.Except(run.Manifest.Variants)];

    /// <summary>Month by month, or by the week or quarter of the run, the distribution over replicates of each indicator, for all nationalities together unless one is named.</summary>
    /// <exception cref="UnknownIndicatorException">An indicator was not recorded, or the period lies outside.</exception>
    public IReadOnlyList<string> Monthly()
    {
        var step = choice.Step ?? run.Step;
        var lines = new List<string> { $"indicator,variant,{step.Name()},unit,median,p05,p25,p75,p95,mean,replicates" };
        foreach (var ensemble in _ensembles)
        {
            var reader = new IndicatorReader(ensemble);
            var months = Months(ensemble);
            foreach (var name in Chosen(ensemble, Recorded(ensemble)))
            {
                var (unit, periods, values) = reader.By(name, step);
                foreach (var period in Enumerable.Range(0, periods.Count).Where(p => periods.MonthOf(p) >= months.First && periods.MonthOf(p) <= months.Last))
                {
                    double[] sample = [.. values.Select(v => v[period]).Where(v => !double.IsNaN(v)).Order()];
                    lines.Add(Line(
                        name.ToString(), ensemble.Name, periods.Names[period], unit, At(sample, 0.5), At(sample, 0.05), At(sample, 0.25), At(sample, 0.75), At(sample, 0.95),
                        Number(sample.Length == 0 ? double.NaN : sample.Average()), sample.Length.ToString(CultureInfo.InvariantCulture)));
                }
            }
        }

        return lines;
    }

    /// <summary>Each indicator over the period: the headline ones unless others are named.</summary>
    /// <exception cref="UnknownIndicatorException">An indicator was not recorded, or the period lies outside.</exception>
    public IReadOnlyList<string> Headline()
    {
        var lines = new List<string> { "indicator,label,variant,period,unit,median,p05,p95,replicates" };
        foreach (var ensemble in _ensembles)
        {
            var reader = new IndicatorReader(ensemble);
            foreach (var name in Chosen(ensemble, HeadlineNames(ensemble)))
            {
                var values = reader.Over(name, choice.At);
                var sample = Quantiles.WithoutNaN(values.Values);
                var band = Quantiles.Interval(sample);
                lines.Add(Line(
                    name.ToString(), Label(ensemble, name), ensemble.Name, values.Period.ToString(), values.Unit, Number(band.Median), Number(band.Lower), Number(band.Upper),
                    sample.Length.ToString(CultureInfo.InvariantCulture)));
            }
        }

        return lines;
    }

    /// <summary>The effect on each indicator over the period: the scenario of the run against its parent, replicate by replicate.</summary>
    /// <exception cref="UnknownIndicatorException">An indicator was not recorded, or the period lies outside.</exception>
    /// <exception cref="StudyException">The run has no parent.</exception>
    public IReadOnlyList<string> Effects()
    {
        if (run.Manifest.Variants.Count != 2)
        {
            throw new StudyException($"Run {run.Manifest.Id} has no scenario that it is compared with, so there are no effects; compare it with another by 'corridorsim compare'.");
        }

        var scenario = new StoredEnsemble(run);
        var comparison = new Comparison(new StoredEnsemble(run, 1), scenario);
        var lines = new List<string> { "indicator,label,baseline,variant,period,unit,baseline-median,median,effect,effect-p05,effect-p95,same-sign,verdict" };
        foreach (var name in Chosen(scenario, HeadlineNames(scenario)))
        {
            var effect = comparison.On(name, choice.At);
            var summary = effect.Summary;
            lines.Add(Line(
                name.ToString(), Label(scenario, name), run.Manifest.Variants[1], scenario.Name, effect.Other.Period.ToString(), effect.Other.Unit, Number(effect.BaseMedian),
                Number(effect.OtherMedian), Number(summary.Median), Number(summary.P05), Number(summary.P95), Number(summary.ShareSameSign), effect.VerdictInWords));
        }

        return lines;
    }

    private static IReadOnlyList<IndicatorName> Recorded(StoredEnsemble ensemble) =>
        [.. ensemble.Series.Where(s => s.Key.Nationality == SeriesKey.All).Select(s => new IndicatorName(s.Key.Variable, s.Key.Where))];

    private static IReadOnlyList<IndicatorName> HeadlineNames(StoredEnsemble ensemble) => [.. Analysis.Effects.Headline.Of(ensemble).Select(h => h.Name)];

    private static string Label(StoredEnsemble ensemble, IndicatorName name) =>
        Analysis.Effects.Headline.Of(ensemble).FirstOrDefault(h => h.Name == name)?.Words ?? name.ToString();

    private IReadOnlyList<IndicatorName> Chosen(StoredEnsemble ensemble, IReadOnlyList<IndicatorName> usual) =>
        choice.Indicators.Count == 0 ? usual : [.. choice.Indicators.SelectMany(p => p.In(ensemble)).Distinct()];

    private Period Months(StoredEnsemble ensemble) => choice.At is not { } asked ? Period.Of(ensemble) : asked.Within(Period.Of(ensemble))
        ?? throw new UnknownIndicatorException($"{asked} lies outside the horizon {Period.Of(ensemble)}; choose months inside.");

    private static string At(double[] sorted, double probability) => Number(Quantiles.OfSorted(sorted, probability));

    private static string Number(double value) => double.IsNaN(value) ? string.Empty : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Line(params ReadOnlySpan<string> cells)
    {
        var line = new StringBuilder();
        foreach (var cell in cells)
        {
            _ = line.Append(line.Length > 0 ? "," : string.Empty).Append(cell.AsSpan().IndexOfAny(",\"\n\r") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        }

        return line.ToString();
    }
}

/// <summary>What is wanted of a run.</summary>
/// <param name="Indicators">Indicators or patterns; none for the usual ones.</param>
/// <param name="Variants">Names of variants; none for all.</param>
/// <param name="At">Months; null for all.</param>
/// <param name="Step">Length of a period; null for that of the run.</param>
public sealed record SheetChoice(IReadOnlyList<IndicatorPattern> Indicators, IReadOnlyList<string> Variants, Period? At, ReportStep? Step = null);
