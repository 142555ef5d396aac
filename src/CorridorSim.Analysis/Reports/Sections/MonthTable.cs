using CorridorSim.Analysis.Reports.Charts;
using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Words;
using CorridorSim.Model.Policy;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>The data of a chart, month by month, folded away until somebody asks.</summary>
internal static class MonthTable
{
    public static Html Write(int firstMonth, IReadOnlyList<ChartLine> lines, string unit, double[]? observed = null)
    {
        var headings = lines.SelectMany(l => new[] { $"{l.Name}: median", "5%", "95%" }).Concat(observed is null ? [] : ["observed"]).Select(h => Html.Of($"<th scope=\"col\">{h}</th>"));
        var rows = Enumerable.Range(0, lines.Max(l => l.Fan.Median.Length)).Select(month => Html.Of(
            $"<tr><th scope=\"row\">{CalendarMonth.Format(firstMonth + month)}</th>{lines.Select(l => Cells(l.Fan, month, unit))}{Observed(observed, month, unit)}</tr>\n"));
        return Html.Of(
            $"""
            <details><summary>Data</summary><div class="wide" role="region" aria-label="Data of the chart" tabindex="0"><table class="months">
            <thead><tr><th scope="col">month</th>{headings}</tr></thead><tbody>
            {rows}</tbody></table></div></details>
            """);
    }

    private static Html Observed(double[]? observed, int month, string unit) => observed is null ? Html.Empty
        : double.IsNaN(observed[month]) ? Html.Of($"<td></td>")
        : Cell(observed[month], unit);

    private static Html Cells(Fan fan, int month, string unit) => month >= fan.Median.Length
        ? Html.Of($"<td></td><td></td><td></td>")
        : Html.Of($"{Cell(fan.Median[month], unit)}{Cell(fan.P05[month], unit)}{Cell(fan.P95[month], unit)}");

    private static Html Cell(double value, string unit) => Html.Of($"<td class=\"number\" data-value=\"{value}\">{FigureText.Level(value, unit)}</td>");
}
