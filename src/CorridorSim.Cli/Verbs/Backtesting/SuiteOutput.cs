using System.Globalization;
using System.Text;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Suites;
using CorridorSim.Cli.Reports;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Suites;

namespace CorridorSim.Cli.Verbs.Backtesting;

/// <summary>What a suite says: one table of changes, one of errors, placebos, and a sentence that counts them up.</summary>
internal sealed class SuiteOutput(SuitePlan plan, SuiteReport report, int replicates)
{
    private static readonly string[] Changes =
        ["date", "measure", "series", "role", ">3 months, counted", ">3 months, model", ">90% band", ">sign", ">12 months, counted", ">12 months, model", ">90% band", ">sign", ">effect in the model", ">90% band"];

    private static readonly string[] Errors =
        ["date", "measure", "series", ">months", ">default", ">model", .. SuiteMethods.Benchmarks.Select(b => ">" + b), ">in 90%", ">CRPS", ">WIS", ">shift"];

    public async Task WriteTextAsync()
    {
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{plan.Title}: {plan.Experiments.Count(e => !e.AwaitsMonths)} dated measures, {replicates} simulations of each"));
        await Console.Out.WriteLineAsync(report.Describe());
        var real = report.Rows.Where(r => !r.IsPlaceboMonth).ToArray();
        await Console.Out.WriteLineAsync(SuiteReport.ChangeNote);
        new TerminalTable(Changes).With(real.Select(ChangeCells)).Write();
        await Console.Out.WriteLineAsync($"From the month of each measure on, beside simple benchmarks. {SuiteReport.ErrorNote}");
        new TerminalTable(Errors).With(real.Select(ErrorCells)).Write();
        await Console.Out.WriteLineAsync("Months in which nothing was signed");
        new TerminalTable(Errors).With(report.Rows.Where(r => r.IsPlaceboMonth).Select(ErrorCells)).Write();
        if (report.WaitingNote.Length > 0)
        {
            await Console.Out.WriteLineAsync(report.WaitingNote);
        }
    }

    public async Task WriteJsonAsync() => await JsonOutput.WriteAsync(new
    {
        Suite = plan.Id,
        Sentence = report.Describe(),
        SignsRight = report.Signs.Right,
        SignsOf = report.Signs.Of,
        BetterThanBestBenchmark = report.Better.Better,
        BetterOf = report.Better.Of,
        MonthsInBand = report.Bands.Held,
        MonthsOf = report.Bands.Of,
        FalseShifts = report.FalseShifts.Found,
        PlacebosOf = report.FalseShifts.Of,
        ExactlyZero = report.ExactlyZero.Zero,
        ExactlyZeroOf = report.ExactlyZero.Of,
        Rows = report.Rows.Select(r => new
        {
            r.Experiment,
            Month = CalendarMonth.Format(r.Month),
            r.Series.Name.Series,
            r.Series.Name.Nationality,
            Role = Role(r),
            r.IsPlaceboMonth,
            r.Quarter,
            r.Year,
            r.Effect,
            r.IsExactlyZero,
            r.Months,
            r.Errors,
            r.Coverage90,
            r.Crps,
            r.Wis,
            r.IsShift,
        }),
        Waiting = report.Waiting.Select(w => new { w.Id, w.Title, Month = CalendarMonth.Format(w.Month), Series = w.Series.Select(s => s.Name.ToString()) }),
        report.FailedReplicates,
    });

    /// <summary>The tables for a page of documentation.</summary>
    public string Markdown()
    {
        var text = new StringBuilder($"{report.Describe()}\n");
        Table("Change around each measure", Changes, report.Rows.Where(r => !r.IsPlaceboMonth).Select(ChangeCells));
        Table("Error of log(1 + flow) from the date on", Errors, report.Rows.Where(r => !r.IsPlaceboMonth).Select(ErrorCells));
        Table("Months in which nothing was signed", Errors, report.Rows.Where(r => r.IsPlaceboMonth).Select(ErrorCells));
        return text.ToString();

        void Table(string title, string[] columns, IEnumerable<string[]> rows)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"\n### {title}\n\n| {string.Join(" | ", columns.Select(c => c.TrimStart('>')))} |\n|{string.Concat(columns.Select(c => c.StartsWith('>') ? " ---: |" : " --- |"))}\n");
            foreach (var row in rows)
            {
                _ = text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |\n");
            }
        }
    }

    private static string Role(SuiteRow row) => row.Series.Role.ToString().ToLowerInvariant();

    private static string[] ChangeCells(SuiteRow row) =>
    [
        CalendarMonth.Format(row.Month), row.Experiment, row.Series.Name.ToString(), Role(row),
        .. Cells(row.Quarter), .. Cells(row.Year),
        row.Effect is { } effect ? row.IsExactlyZero ? "none" : Figures.Difference(effect.Median, SuiteRow.EffectUnit) : "-",
        row.Effect is { } band && !row.IsExactlyZero ? Figures.Differences(band.Lower, band.Upper, SuiteRow.EffectUnit) : "-",
    ];

    private static string[] Cells(SuiteChange change) =>
        [Figures.Change(change.Observed), Figures.Change(change.Simulated.Median), Interval(change.Simulated), change.SameSign switch { true => "yes", false => "NO", null => "-" }];

    private static string Interval(Band band) => double.IsNaN(band.Lower) ? "-" : $"{Figures.Change(band.Lower)} to {Figures.Change(band.Upper)}";

    private static string[] ErrorCells(SuiteRow row) =>
    [
        CalendarMonth.Format(row.Month), row.Experiment, row.Series.Name.ToString(), row.Months.ToString(CultureInfo.InvariantCulture),
        Figures.Fixed(row.Errors[SuiteMethods.Default]), Figures.Fixed(row.Errors[SuiteMethods.Model]),
        .. SuiteMethods.Benchmarks.Select(b => Figures.Fixed(row.Errors[b])),
        Figures.Percent(row.Coverage90), Figures.Fixed(row.Crps), Figures.Fixed(row.Wis),
        row.IsShift switch { true => "YES", false => "no", null => "-" },
    ];
}
