using CorridorSim.Dashboard.Shared.Words;
using CorridorSim.Runs.Manifests;

namespace CorridorSim.Dashboard.Pages.Sweep;

/// <summary>The charts of a sweep as questions to the run store, in SQL: they give the same numbers.</summary>
/// <param name="selection">What is looked at.</param>
/// <param name="manifest">The sweep.</param>
internal sealed class SweepQuestion(SweepSelection selection, SweepManifest manifest)
{
    /// <summary>The mean of the figure at each point, across the first factor.</summary>
    public string Scatter => $"with {Points} select x0 as {Column(selection.X)}, mean from p order by 1";

    /// <summary>How far the mean moves between the ends of each factor.</summary>
    public string Tornado =>
        $"with {Points} {string.Join(" union all ", selection.View.Factors.Select((f, i) => $"select {Text(f.Id)} as factor, arg_max(m, x) - arg_min(m, x) as swing from (select {Factor(i)} as x, avg(mean) as m from p group by 1)"))}";

    /// <summary>The points kept, with the mean of the figure; the factor across comes first as x0.</summary>
    private string Points =>
        $"p as (select {Column(selection.X)} as x0, s.*, o.mean from points s join ({Means(selection.Figure)}) o using (run, variant){Kept})";

    private string Kept => selection.IsBrushed ? $" where {string.Join(" and ", selection.Brushes.Select(Within))}" : string.Empty;

    private string Within(Brush brush) => selection.View.Factor(brush.Axis) is { } axis
        ? $"{Column(axis)} between {End(axis, brush.Lower)} and {End(axis, brush.Upper)}"
        : $"variant in (select variant from ({Means(selection.View.Figure(brush.Axis))}) where mean between {Numbers.Exact(brush.Lower)} and {Numbers.Exact(brush.Upper)})";

    private string Means(SweepAxis figure) =>
        $"select run, variant, avg(value) as mean from outcomes where run = {Text(manifest.Id)} and name = {Text(figure.Id)} and period = {Text(selection.View.Table.WholePeriod)} and isfinite(value) group by all";

    private string Factor(int index) => Column(selection.View.Factors[index]);

    private static string Column(SweepAxis factor) => $"\"{factor.Id.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Dates are texts in the table, in an order that is theirs.</summary>
    private static string End(SweepAxis axis, double value) => axis.IsDate ? Text(axis.Exact(value)) : Numbers.Exact(value);

    private static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
