using System.Globalization;
using System.Text;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Calibrations;

namespace CorridorSim.Analysis.Calibration;

/// <summary>Writes the posterior sample that scenarios name under <c>assumptions: { posterior: FILE }</c>.</summary>
public static class PosteriorWriter
{
    /// <summary>The file: remarks that say where it comes from, a header of paths, a row per member.</summary>
    public static string Text(CalibrationPlan plan, CalibrationReport report)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        var window = $"{CalendarMonth.Format(plan.FirstMonth)} to {CalendarMonth.Format(plan.FirstMonth + plan.Months - 1)}";
        Line(text, $"# Posterior sample of the calibration '{plan.Id}', {window}; made by 'corridorsim calibrate', not by hand.");
        Line(text, $"# Scenario {plan.Base.Scenario.Id}, observations {plan.ObservationsFile}, method {plan.Method.ToString().ToLowerInvariant()}, seed {plan.Seed}, {plan.Series.Count} series.");
        Line(text, $"# Misfit {report.Misfit:F2} in units of the stated errors (about 1 is as good as they allow); converged: {(report.Converged ? "yes" : "no")}.");
        if (plan.Earlier is { } earlier)
        {
            Line(text, $"# Goes on from the posterior of {earlier.Window}, which is its prior: only later months were fitted, and the push shocks are as they were.");
        }

        var shocks = report.Shocks.OrderBy(s => s.Key, StringComparer.Ordinal).ToArray();
        Line(text, $"{string.Join(',', report.Parameters.Select(p => p.Path).Concat(shocks.Select(s => s.Key)))}");
        for (var member = 0; member < report.Sample.GetLength(0); member++)
        {
            var values = Enumerable.Range(0, report.Sample.GetLength(1)).Select(p => report.Sample[member, p]).Concat(shocks.Select(s => s.Value));
            Line(text, $"{string.Join(',', values.Select(v => v.ToString("G6", CultureInfo.InvariantCulture)))}");
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
