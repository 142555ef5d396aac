using System.Globalization;
using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Suites;
using CorridorSim.Analysis.Words;
using CorridorSim.Model;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Suites;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>How the model does on measures whose consequences were counted.</summary>
internal static class SuiteSection
{
    public static Html Write(ReportQuestion question)
    {
        if (question.Suite is not { } suite)
        {
            return Html.Empty;
        }

        var names = new SuiteNames(suite.Plan);
        var real = suite.Report.Rows.Where(r => !r.IsPlaceboMonth).ToArray();
        return Section.Of("natural-experiments", "Natural experiments", Html.Of(
            $"""
            <p>{suite.Plan.Title}: {suite.Report.Describe()} {suite.Replicates} simulations of each forecast{Failed(suite.Report)}.</p>
            <p class="note">{SuiteReport.ChangeNote} {SuiteReport.ErrorNote}</p>
            {Section.Table("Change around each measure", ["month", "measure", "series", "role", "3 months, counted", "model", "90% interval", "12 months, counted", "model", "90% interval", "effect in the model", "90% interval"], real.Select(r => Changes(r, names)))}
            {Section.Table("Error from the month of the measure on", Errors, real.Select(r => Error(r, names)))}
            {Section.Table("Error in months in which nothing was signed", Errors, suite.Report.Rows.Where(r => r.IsPlaceboMonth).Select(r => Error(r, names)))}
            {Waiting(suite.Report)}
            """));
    }

    private static string[] Errors => ["month", "measure", "series", "default forecast", "model as it is", .. SuiteMethods.Benchmarks, "months within 90%", "shift"];

    private static Html Changes(SuiteRow row, SuiteNames names) => Html.Of(
        $"<tr>{Head(row, names)}<td>{Role(row.Series.Role)}</td>{Change(row.Quarter)}{Change(row.Year)}{Effect(row)}</tr>\n");

    private static Html Error(SuiteRow row, SuiteNames names)
    {
        string[] methods = [SuiteMethods.Default, SuiteMethods.Model, .. SuiteMethods.Benchmarks];
        return Html.Of(
            $"<tr>{Head(row, names)}{methods.Select(m => Section.Number(row.Errors[m], Fixed(row.Errors[m])))}{Section.Number(row.Coverage90, FigureText.Level(row.Coverage90, Units.Share))}<td>{(row.IsShift switch { true => "yes", false => "no", null => FigureText.None })}</td></tr>\n");
    }

    private static Html Head(SuiteRow row, SuiteNames names) =>
        Html.Of($"<td class=\"when\">{CalendarMonth.Format(row.Month)}</td><th scope=\"row\">{names.Measure(row)}</th><td class=\"named\">{names.Series(row)}</td>");

    private static Html Change(SuiteChange change) => Html.Of(
        $"{Section.Number(change.Observed, Percent(change.Observed))}{Section.Number(change.Simulated.Median, Percent(change.Simulated.Median))}<td class=\"number\">{(double.IsNaN(change.Simulated.Lower) ? FigureText.None : $"{Percent(change.Simulated.Lower)} to {Percent(change.Simulated.Upper)}")}</td>");

    private static Html Effect(SuiteRow row) => row.Effect is not { } effect
        ? Html.Of($"<td class=\"number\">{FigureText.None}</td><td></td>")
        : row.IsExactlyZero
        ? Html.Of($"{Section.Number(0, "no change")}<td></td>")
        : Html.Of($"{Section.Number(effect.Median, FigureText.Change(effect.Median, SuiteRow.EffectUnit))}<td class=\"number\">{FigureText.Differences(effect.Lower, effect.Upper, SuiteRow.EffectUnit)}</td>");

    private static string Failed(SuiteReport report) => report.FailedReplicates == 0 ? string.Empty : $"; {report.FailedReplicates} failed and are not included";

    private static Html Waiting(SuiteReport report) => report.WaitingNote.Length == 0 ? Html.Empty : Html.Of($"<p class=\"note\">{report.WaitingNote}</p>");

    private static string Role(SeriesRole role) => role switch
    {
        SeriesRole.Treated => "targeted",
        SeriesRole.Diverted => "people may divert to it",
        _ => "not affected",
    };

    private static string Percent(double share) => double.IsFinite(share) ? (Math.Round(share * 100) + 0.0).ToString("+0;\u22120;0", CultureInfo.InvariantCulture) + "%" : FigureText.None;

    private static string Fixed(double value) => double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : FigureText.None;
}
