using System.Globalization;
using System.Text;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Suites;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Terminal;
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

    private static readonly TextColumn[] Change = [new("role", IsRight: false), new("counted"), new("model"), new("90% band"), new("same sign")];

    private static readonly TextColumn[] Scores = [.. Errors[3..].Select(c => new TextColumn(c[1..]))];

    private readonly SuiteNames _names = new(plan);

    public async Task WriteTextAsync() => await Console.Out.WriteAsync(Text(Screen.Width));

    /// <summary>The tables for people: measures, series and people by name, each measure a heading.</summary>
    /// <param name="width">Characters a line may have.</param>
    public string Text(int width)
    {
        var real = report.Rows.Where(r => !r.IsPlaceboMonth).ToArray();
        string[] parts =
        [
            Prose(string.Create(CultureInfo.InvariantCulture, $"{plan.Title}: {plan.Experiments.Count(e => !e.AwaitsMonths)} dated measures, {replicates} simulations of each"), report.Describe(), SuiteReport.ChangeNote),
            Prose("Three months from each measure on, and its effect") + Table(real, width, [.. Change, new("effect in the model"), new("90% band")], r => [Role(r), .. Cells(r.Quarter), .. EffectCells(r)]),
            Prose("Twelve months from each measure on") + Table(real.Where(r => !double.IsNaN(r.Year.Observed) || !double.IsNaN(r.Year.Simulated.Median)), width, Change, r => [Role(r), .. Cells(r.Year)]),
            Prose($"From the month of each measure on, with simple benchmarks. {SuiteReport.ErrorNote}") + Table(real, width, Scores, ScoreCells),
            Prose("Months in which nothing was signed") + Table(report.Rows.Where(r => r.IsPlaceboMonth), width, Scores, ScoreCells),
            .. report.WaitingNote.Length > 0 ? [Prose(report.WaitingNote)] : Array.Empty<string>(),
        ];
        return string.Join(Environment.NewLine, parts);

        string Prose(params string[] sentences) => string.Concat(sentences.Select(s => RowByRow.Wrap(s, width) + Environment.NewLine));
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

    private string Table(IEnumerable<SuiteRow> rows, int width, TextColumn[] columns, Func<SuiteRow, string[]> cells)
    {
        var table = new TextTable([new TextColumn("series", IsRight: false), .. columns]);
        foreach (var measure in rows.GroupBy(r => r.IsPlaceboMonth ? CalendarMonth.Spell(r.Month) : $"{CalendarMonth.Spell(r.Month)}: {_names.Measure(r)}"))
        {
            table.Heading(measure.Key);
            foreach (var row in measure)
            {
                table.Row([_names.Series(row), .. cells(row)]);
            }
        }

        return table.Render(width);
    }

    private static string Role(SuiteRow row) => row.Series.Role.ToString().ToLowerInvariant();

    private static string[] ChangeCells(SuiteRow row) =>
    [
        CalendarMonth.Format(row.Month), row.Experiment, row.Series.Name.ToString(), Role(row),
        .. Cells(row.Quarter), .. Cells(row.Year), .. EffectCells(row),
    ];

    private static string[] EffectCells(SuiteRow row) =>
    [
        row.Effect is { } effect ? row.IsExactlyZero ? "none" : Figures.Difference(effect.Median, SuiteRow.EffectUnit) : "-",
        row.Effect is { } band && !row.IsExactlyZero ? Figures.Differences(band.Lower, band.Upper, SuiteRow.EffectUnit) : "-",
    ];

    private static string[] Cells(SuiteChange change) =>
        [Figures.Change(change.Observed), Figures.Change(change.Simulated.Median), Interval(change.Simulated), change.SameSign switch { true => "yes", false => "NO", null => "-" }];

    private static string Interval(Band band) => double.IsNaN(band.Lower) ? "-" : $"{Figures.Change(band.Lower)} to {Figures.Change(band.Upper)}";

    private static string[] ErrorCells(SuiteRow row) =>
    [
        CalendarMonth.Format(row.Month), row.Experiment, row.Series.Name.ToString(), .. ScoreCells(row),
    ];

    private static string[] ScoreCells(SuiteRow row) =>
    [
        row.Months.ToString(CultureInfo.InvariantCulture),
        Figures.Fixed(row.Errors[SuiteMethods.Default]), Figures.Fixed(row.Errors[SuiteMethods.Model]),
        .. SuiteMethods.Benchmarks.Select(b => Figures.Fixed(row.Errors[b])),
        Figures.Percent(row.Coverage90), Figures.Fixed(row.Crps), Figures.Fixed(row.Wis),
        row.IsShift switch { true => "YES", false => "no", null => "-" },
    ];
}
