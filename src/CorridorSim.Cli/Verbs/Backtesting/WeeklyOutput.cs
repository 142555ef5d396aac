using System.Globalization;
using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Validation;
using CorridorSim.Analysis.Words;
using CorridorSim.Cli.Reports;
using CorridorSim.Scenarios.Calibrations;

namespace CorridorSim.Cli.Verbs.Backtesting;

/// <summary>What a backtest by weeks says.</summary>
internal sealed class WeeklyOutput(CalibrationPlan plan, WeeklyReport report)
{
    private static readonly string[] Heading = ["series", ">weeks ahead", ">forecasts", ">default", ">model", ">last 4 weeks", ">last week", ">last year", ">trend", ">drift", ">better", ">in 50%", ">in 90%"];

    private readonly PlaceWords _places = new(plan.Base.Experiment.World);

    public async Task WriteTextAsync()
    {
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Title}: forecasts from {report.Fits.Count} reports, {report.Fits[0].Day:yyyy-MM-dd} to {report.Fits[^1].Day:yyyy-MM-dd}, each fitted to the {WeeklyBacktest.FittedWeeks} weeks before it and begun from what it says; the default takes {report.Weight:0.##} of the model's change on the pace of the last four weeks"));
        Write("People from the report on: mean absolute error in % of what was counted ('better': forecasts closer than the pace of the last four weeks)", report.Scores, s => s.Shares, v => (100 * v).ToString("0.0", CultureInfo.InvariantCulture));
        Write("The same errors in persons", report.Scores, s => s.Persons, v => Figures.Level(v, "persons"));
        foreach (var year in report.Scores.GroupBy(s => s.Day.Year).OrderBy(g => g.Key))
        {
            Write(FormattableString.Invariant($"Reports of {year.Key}, in %"), year, s => s.Shares, v => (100 * v).ToString("0.0", CultureInfo.InvariantCulture));
        }
    }

    public async Task WriteJsonAsync() => await JsonOutput.WriteAsync(new
    {
        Calibration = plan.Id,
        Scenario = plan.Base.Scenario.Id,
        ScenarioHash = plan.Base.Scenario.Hash,
        WeeklyBacktest.FittedWeeks,
        report.Weight,
        Reports = report.Fits,
        Summaries = report.Summaries.Select(s => new { s.Series, s.Weeks, s.Origins, Persons = Named(s.Persons), Shares = Named(s.Shares), s.Better, s.Coverage50, s.Coverage90 }),
        Scores = report.Scores.Select(s => new { s.Series, s.Day, s.Weeks, s.Observed, Forecasts = Named(s.Values) }),
    });

    private static Dictionary<string, double> Named(IReadOnlyDictionary<WeeklyMethod, double> values) => values.ToDictionary(v => Name(v.Key), v => v.Value);

    private static string Name(WeeklyMethod method) => method switch
    {
        WeeklyMethod.FourWeeks => "last-four-weeks",
        WeeklyMethod.LastWeek => "last-week",
        WeeklyMethod.LastYear => "last-year",
        _ => method.ToString().ToLowerInvariant(),
    };

    private void Write(string title, IEnumerable<WeeklyScore> scores, Func<WeeklySummary, IReadOnlyDictionary<WeeklyMethod, double>> errors, Func<double, string> format)
    {
        Console.Out.WriteLine(title);
        new TerminalTable(Heading).With(WeeklySummary.Of(scores).Select(s => new[] { _places.Counted(s.Series), Whole(s.Weeks), Whole(s.Origins) }
            .Concat(Enum.GetValues<WeeklyMethod>().Select(m => double.IsNaN(errors(s)[m]) ? "-" : format(errors(s)[m])))
            .Concat([$"{s.Better}/{s.Origins}", Figures.Percent(s.Coverage50), Figures.Percent(s.Coverage90)]).ToArray())).Write();
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
