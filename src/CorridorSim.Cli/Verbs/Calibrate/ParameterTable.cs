using System.Globalization;
using System.Text;
using CorridorSim.Analysis.Calibration;
using CorridorSim.Cli.Reports;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Calibrations;

namespace CorridorSim.Cli.Verbs.Calibrate;

/// <summary>The parameters of a world as a page: what was fitted, from which prior, and where the others come from.</summary>
internal static class ParameterTable
{
    private const string NoSource = "assumption";

    public static string Markdown(CalibrationPlan plan, CalibrationReport report)
    {
        var fitted = report.Parameters.Select(p => p.Path).Concat(report.Shocks.Keys).ToHashSet();
        var text = new StringBuilder();
        Line(text, $"# Parameters");
        Line(text, $"");
        Line(text, $"Made by `corridorsim calibrate FILE --markdown` from the calibration `{plan.Id}`, not by hand: {plan.Title}, {CalendarMonth.Format(plan.FirstMonth)} to {CalendarMonth.Format(plan.FirstMonth + plan.Months - 1)}, {plan.Series.Count} series.");
        Line(text, $"Misfit {Figures.Fixed(report.Misfit)} in units of the stated errors. Bands hold 90% of prior and posterior. *Spread left* near 100% says that the observations taught nothing about it.");
        Line(text, $"");
        Line(text, $"## Fitted");
        Line(text, $"");
        Line(text, $"| parameter | unit | prior median (90%) | posterior median (90%) | spread left | where the prior comes from |");
        Line(text, $"| --- | --- | --- | --- | --- | --- |");
        foreach (var p in report.Parameters)
        {
            Line(text, $"| `{p.Path}` | {p.Unit} | {Figures.Number(p.PriorMedian)} ({Figures.Number(p.PriorP05)} to {Figures.Number(p.PriorP95)}) | {Figures.Number(p.Median)} ({Figures.Number(p.P05)} to {Figures.Number(p.P95)}) | {Figures.Percent(p.SpreadRatio)} | {Cell(p.Source)} |");
        }

        Line(text, $"");
        Line(text, $"## Push shocks, fitted to what the parameters leave unexplained");
        Line(text, $"");
        Line(text, $"| parameter | value |");
        Line(text, $"| --- | --- |");
        foreach (var (path, value) in report.Shocks.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            Line(text, $"| `{path}` | {Figures.Number(value)} |");
        }

        Line(text, $"");
        Line(text, $"## Not fitted");
        Line(text, $"");
        Line(text, $"Behaviour and communities only; every other figure, with its source, is printed by `corridorsim parameters`.");
        Line(text, $"");
        Line(text, $"| parameter | unit | value | source | confidence |");
        Line(text, $"| --- | --- | --- | --- | --- |");
        foreach (var slot in plan.Base.World.Slots.Slots.Where(s => IsParameter(s.Path) && !fitted.Contains(s.Path)))
        {
            Line(text, $"| `{slot.Path}` | {slot.Unit} | {Figures.Number(slot.Value.Central)} | {Cell(slot.Source)} | {slot.Confidence} |");
        }

        return text.ToString();
    }

    private static bool IsParameter(string path) =>
        path.StartsWith("behaviour.", StringComparison.Ordinal) || path.EndsWith("ready-share", StringComparison.Ordinal) || path == "communities.renewal-rate"
        || path.EndsWith(".pull", StringComparison.Ordinal) || path.EndsWith(".shock-spread", StringComparison.Ordinal);

    private static string Cell(string words) => words.Length == 0 ? NoSource : words.Replace("|", "\\|", StringComparison.Ordinal);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
