using System.Globalization;
using CorridorSim.Analysis;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Sensitivity;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Dashboard.Shared.Charts;
using CorridorSim.Dashboard.Shared.Shell;
using CorridorSim.Dashboard.Shared.Words;
using CorridorSim.Runs.Manifests;

namespace CorridorSim.Dashboard.Pages.Sweep;

/// <summary>The charts of a sweep, over the points that are kept.</summary>
internal static class SweepCharts
{
    /// <summary>The figure across the first factor, a point a setting.</summary>
    public static ChartSpec Scatter(SweepSelection selection, SweepManifest manifest, CommandLines commands)
    {
        var (figure, x) = (selection.Figure, selection.X);
        int[] points = [.. selection.Valued.OrderBy(p => x.Values[p])];
        double[] values = [.. points.Select(p => figure.Values[p])];
        var column = selection.View.Table.ColumnOf(figure.Id);
        Band[] bands = [.. points.Select(p => Quantiles.Interval(Quantiles.WithoutNaN(selection.View.Table.Replicates(column, p))))];
        return new ChartSpec
        {
            Id = "scatter",
            Title = values.Length == 0 ? "No point is kept" : $"{figure.Label}: {Numbers.Rounded(values.Min())} to {Numbers.Rounded(values.Max())} over the points kept",
            Unit = figure.Unit,
            Across = x.IsDate ? Texts.Short(x.Label, 60) : $"{Texts.Short(x.Label, 60)} ({x.Unit})",
            Note = $"{points.Length} points, mean of {manifest.Replicates} simulations each, 90% interval under Table",
            Kind = ChartKind.Points,
            Categories = [.. points.Select(p => x.Exact(x.Values[p]))],
            Series = [new ChartSeries(figure.Label, Palette.Scenario, values, [.. bands.Select(b => b.Lower)], [.. bands.Select(b => b.Upper)])],
            Indicator = figure.Id,
            Command = commands.Query(new SweepQuestion(selection, manifest).Scatter),
            Meaning = Meaning(figure),
        };
    }

    /// <summary>Which factor matters most; where the design supports no ranking, how far the ends of each lie apart.</summary>
    /// <returns>The chart, or why there is none.</returns>
    public static (ChartSpec? Chart, string? Problem) Importance(SweepSelection selection, SweepManifest manifest, CommandLines commands)
    {
        try
        {
            return (Ranking(selection, manifest, commands), null);
        }
        catch (StudyException error)
        {
            var tornado = Tornado(selection, manifest, commands);
            return (tornado, tornado is null ? error.Message : null);
        }
    }

    private static ChartSpec Ranking(SweepSelection selection, SweepManifest manifest, CommandLines commands)
    {
        // The estimators of Morris and Sobol' need every point of their design; PAWN takes whatever fills the space.
        var figure = selection.Figure;
        var ranked = new SensitivityStudy(selection.Table).Rank(selection.View.Table.ColumnOf(figure.Id), selection.IsBrushed ? SensitivityMethod.Pawn : null);
        var method = ranked.Method switch
        {
            SensitivityMethod.Morris => "mean absolute elementary effect (Morris)",
            SensitivityMethod.Sobol => "share of variance with interactions (Sobol')",
            _ => "median shift of the distribution (PAWN)",
        };
        return new ChartSpec
        {
            Id = "importance",
            Title = $"{Texts.Short(ranked.Factors[0].Factor.Label, 80)} matters most for {figure.Label}",
            Unit = ranked.Method == SensitivityMethod.Morris ? figure.Unit : "share",
            Note = $"{method}, {ranked.Used} used{selection.Words}, 90% bootstrap interval",
            Kind = ChartKind.Bars,
            Categories = [.. ranked.Factors.Select(f => Texts.Short(f.Factor.Label, 44))],
            Series = [new ChartSeries("importance", Palette.Scenario, [.. ranked.Factors.Select(f => f.Importance)], [.. ranked.Factors.Select(f => f.Lower)], [.. ranked.Factors.Select(f => f.Upper)])],
            Indicator = figure.Id,
            // The command line ranks whole sweeps.
            Command = selection.IsBrushed ? string.Empty : commands.Sensitivity(manifest.Id, figure.Id),
            Meaning = Meaning(figure),
        };
    }

    /// <summary>How far the mean of the figure moves between the lowest and highest values of each factor.</summary>
    private static ChartSpec? Tornado(SweepSelection selection, SweepManifest manifest, CommandLines commands)
    {
        var figure = selection.Figure;
        var swings = selection.View.Factors.Select(f => Swing(selection, f)).Where(s => double.IsFinite(s.Mean)).OrderByDescending(s => Math.Abs(s.Mean)).ToArray();
        return swings.Length == 0 ? null : new ChartSpec
        {
            Id = "importance",
            Title = $"Largest effect on {figure.Label}: {Texts.Short(swings[0].Label, 80)}, {Numbers.Rounded(Math.Abs(swings[0].Mean))}",
            Unit = figure.Unit,
            Note = $"mean at the highest value less mean at the lowest, over the other settings{selection.Words}, {manifest.Replicates} simulations, 90% interval",
            Kind = ChartKind.Bars,
            Categories = [.. swings.Select(s => Texts.Short(s.Label, 44))],
            Series = [new ChartSeries("swing", Palette.Scenario, [.. swings.Select(s => s.Mean)], [.. swings.Select(s => s.Band.Lower)], [.. swings.Select(s => s.Band.Upper)])],
            Indicator = figure.Id,
            Command = commands.Query(new SweepQuestion(selection, manifest).Tornado),
            Meaning = Meaning(figure),
            ShowsZero = true,
        };
    }

    /// <summary>The mean at the highest value less that at the lowest, and the same replicate by replicate: all points have the same random draws.</summary>
    private static (string Label, double Mean, Band Band) Swing(SweepSelection selection, SweepAxis factor)
    {
        int[][] levels = [.. selection.Valued.GroupBy(p => factor.Values[p]).OrderBy(g => g.Key).Select(g => g.ToArray())];
        if (levels.Length == 0)
        {
            return (factor.Label, double.NaN, new Band(double.NaN, double.NaN, double.NaN));
        }

        var table = selection.View.Table;
        var column = table.ColumnOf(selection.Figure.Id);
        double[] swings = [.. Enumerable.Range(0, table.Manifest.Replicates).Select(r => Average(levels[^1], r) - Average(levels[0], r))];
        var (highest, lowest) = (levels[^1].Average(p => selection.Figure.Values[p]), levels[0].Average(p => selection.Figure.Values[p]));
        return (factor.Label, highest - lowest, Quantiles.Interval(Quantiles.WithoutNaN(swings)));

        double Average(int[] points, int replicate) =>
            points.Select(p => table.Replicates(column, p)[replicate]).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
    }

    private static string Meaning(SweepAxis figure) => DictionaryAddress.Of(IndicatorName.Parse(figure.Id).Variable);
}
