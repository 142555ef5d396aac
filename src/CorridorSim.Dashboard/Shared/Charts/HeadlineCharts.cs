using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Words;
using CorridorSim.Dashboard.Shared.Words;
using CorridorSim.Model;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;

namespace CorridorSim.Dashboard.Shared.Charts;

/// <summary>The charts that scenarios are read by, each titled with what it shows.</summary>
public static class HeadlineCharts
{
    /// <summary>Identifier of the chart of an indicator that the reader chose beside those of the headline.</summary>
    public const string Chosen = "chosen";

    /// <summary>Levels of several ensembles beside each other; the first is the baseline where there are two or more.</summary>
    /// <param name="name">The indicator.</param>
    /// <param name="ensembles">Labels and ensembles.</param>
    /// <param name="command">Command line that makes the numbers.</param>
    public static ChartSpec Levels(IndicatorName name, IReadOnlyList<(string Label, IEnsemble Ensemble)> ensembles, string command)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(ensembles);
        var readers = ensembles.Select(e => new IndicatorReader(e.Ensemble)).ToArray();
        var hasBase = ensembles.Count > 1;
        var step = ensembles.Select(e => e.Ensemble).CommonStep();
        return Spec(name, readers[^1], command, step) with
        {
            Title = hasBase ? Finding(name, new Comparison(ensembles[0].Ensemble, ensembles[1].Ensemble).On(name), ensembles[0].Label) : Total(name, readers[0]),
            Series =
            [
                .. readers.Select((r, i) => ChartSeries.Of(
                    ensembles[i].Label, hasBase && i == 0 ? Palette.Baseline : Palette.At(hasBase ? i - 1 : i), Fan.Of(r.By(name, step).Values), hasBase && i == 0)),
            ],
        };
    }

    /// <summary>Paired differences to a baseline, with the zero line.</summary>
    public static ChartSpec Differences(
        IndicatorName name, (string Label, IEnsemble Ensemble) baseline, IReadOnlyList<(string Label, IEnsemble Ensemble)> others, string command, bool isRelative = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(others);
        var comparisons = others.Select(o => new Comparison(baseline.Ensemble, o.Ensemble)).ToArray();
        var reader = new IndicatorReader(baseline.Ensemble);
        var step = others.Append(baseline).Select(e => e.Ensemble).CommonStep();
        var spec = Spec(name, reader, command, step);
        return spec with
        {
            Id = $"{spec.Id}-change",
            Title = Finding(name, comparisons[0].On(name), baseline.Label),
            Unit = isRelative ? $"% of {baseline.Label}" : spec.Unit,
            Note = $"effect compared with {Texts.Short(baseline.Label, 100)}, {spec.Note}, same random draws",
            Series = [.. others.Select((o, i) => ChartSeries.Of(o.Label, Palette.At(i), Fan.Of(isRelative ? Relative(reader, comparisons[i], name, step) : comparisons[i].DifferencesBy(name, step))))],
            ShowsZero = true,
        };
    }

    /// <summary>What an effect says, in one sentence.</summary>
    public static string Finding(IndicatorName name, Effect effect, string baseline)
    {
        ArgumentNullException.ThrowIfNull(effect);
        var heading = IndicatorWords.Heading(name);
        var summary = effect.Summary;
        var other = Texts.Short(baseline, 50);
        return summary.Verdict switch
        {
            Verdict.Undefined => $"{heading}: no comparison with {other}, {effect.Gap}",
            Verdict.ExactlyZero => $"{heading}: no change from {other}",
            Verdict.CannotTell => $"{heading}: direction unclear compared with {other}",
            _ => $"{heading}: {Change(summary.Median, effect.Other.Unit)} {(summary.Median >= 0 ? "more" : IsCounted(effect.Other.Unit) ? "fewer" : "less")} than in {other} ({effect.VerdictInWords})",
        };
    }

    private static bool IsCounted(string unit) => Indicator.IsCounted(unit);

    private static string Amount(double value, string unit) => IsCounted(unit) ? Whole(Math.Abs(value)) : FigureText.WithUnit(Math.Abs(value), unit);

    // Half a person is nobody, but less than one is not the same as none.
    private static string Whole(double count) => count is > 0 and < 1 ? "less than 1" : Numbers.Rounded(Math.Round(count));

    private static string Change(double value, string unit) => unit == Units.Share ? FigureText.Difference(Math.Abs(value), unit).TrimStart('+') : Amount(value, unit);

    private static string Interval(Band band, string unit) => unit == Units.Share ? FigureText.Interval(band.Lower, band.Upper, unit) : $"{Numbers.Rounded(band.Lower)} to {Numbers.Rounded(band.Upper)}";

    private static double[][] Relative(IndicatorReader baseline, Comparison comparison, IndicatorName name, ReportStep step) =>
        [.. comparison.DifferencesBy(name, step).Zip(baseline.By(name, step).Values, (d, b) => d.Zip(b, (x, y) => y == 0 ? double.NaN : 100 * x / y).ToArray())];

    private static string Total(IndicatorName name, IndicatorReader reader)
    {
        var values = reader.Over(name);
        var band = Quantiles.Interval(Quantiles.WithoutNaN(values.Values));
        return $"{IndicatorWords.Heading(name)}: {Amount(band.Median, values.Unit)} {(IsCounted(values.Unit) ? values.Unit : string.Empty)} over {reader.Ensemble.Months} months ({Interval(band, values.Unit)})".Replace("  ", " ", StringComparison.Ordinal);
    }

    private static ChartSpec Spec(IndicatorName name, IndicatorReader reader, string command, ReportStep step) => new()
    {
        Id = Identifier(name),
        Title = string.Empty,
        Unit = reader.By(name, step).Unit,
        Note = $"{reader.Ensemble.Replicates} simulations, median and 90% interval",
        Categories = reader.By(name, step).Periods.Names,
        Series = [],
        Indicator = name.ToString(),
        Command = command,
        Meaning = DictionaryAddress.Of(name.Variable),
    };

    /// <summary>An indicator as identifier of an element.</summary>
    public static string Identifier(IndicatorName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Concat(name.ToString().ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
    }

    /// <summary>The four indicators that stand first, where they were recorded.</summary>
    public static IReadOnlyList<IndicatorName> First(IEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        var recorded = ensemble.Series.Select(s => s.Key.Variable).ToHashSet();
        IEnumerable<IndicatorName> wanted =
        [
            new(Indicators.Admissions),
            .. ensemble.HeadlinePassages.Take(1).Select(p => new IndicatorName(Indicators.IrregularEntries, p)),
            new(Indicators.EncountersBetweenPorts),
            new(Indicators.Deaths),
        ];
        return [.. wanted.Where(w => recorded.Contains(w.Variable))];
    }

    /// <summary>The chart with the name of its place in the title instead of the code.</summary>
    public static ChartSpec Named(this ChartSpec spec, IndicatorName name, PlaceWords? places)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(name);
        return places is null ? spec : spec with { Title = places.Named(name, spec.Title) };
    }
}
