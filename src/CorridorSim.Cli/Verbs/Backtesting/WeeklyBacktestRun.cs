using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CorridorSim.Analysis.Validation;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Terminal;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli.Verbs.Backtesting;

/// <summary><c>backtest --calibration --weeks</c>: forecasts from the day of each report, in weeks ahead.</summary>
internal sealed class WeeklyBacktestRun
{
    private const int MaxWeeks = 52;

    /// <summary>Weeks ahead.</summary>
    public Option<string[]> Weeks { get; } = new("--weeks") { Description = "with --calibration, where single days are reported: weeks ahead, 1 to 52; may be repeated; --from is then a day" };
    private readonly Option<DateTimeOffset?> _to = Strict.Date("--to", "with --weeks: last day whose report begins a forecast, yyyy-MM-dd; default: the last from which something can be scored");

    /// <summary>Options that count with weeks alone.</summary>
    public IEnumerable<Option> Own => [_to];

    public void AddTo(Command verb)
    {
        verb.Add(Weeks);
        verb.Add(_to);
        Weeks.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => !int.TryParse(t.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var w) || w is < 1 or > MaxWeeks))
            {
                result.AddError($"--weeks must be a whole number from 1 to {MaxWeeks}, not {(token.Value.Length == 0 ? "an empty text" : token.Value)}");
            }
        });
    }

    /// <summary>Whether it is asked for.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(Weeks) is { Length: > 0 };

    /// <summary>Reads a day.</summary>
    public static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public async Task<int> RunAsync(ParseResult parsed, ClusterOption cluster, string calibration, string? observations, string from, bool isJson, bool isQuiet, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        if (CalibrationFile.Load(calibration, observations, bag) is not { } plan)
        {
            return await Outcome.InvalidAsync(bag);
        }

        int[] weeks = [.. parsed.GetValue(Weeks)!.Select(w => int.Parse(w, CultureInfo.InvariantCulture)).Distinct().Order()];
        WeeklyReport report;
        await using (var engine = await cluster.OpenAsync(parsed, isQuiet, cancellation))
        {
            var runner = new Runner(engine);
            var backtest = new WeeklyBacktest(plan, (experiment, token) => runner.RunAsync(experiment, new RunnerOptions { BlockSize = 32 }, null, token));
            var to = parsed.GetValue(_to) is { } last ? DateOnly.FromDateTime(last.UtcDateTime) : DateOnly.MaxValue;
            var days = backtest.Days(DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture), to, weeks[0]);
            report = await backtest.RunAsync(days, weeks, new StageProgress<string>(isQuiet, s => s), cancellation);
        }

        var output = new WeeklyOutput(plan, report);
        await (isJson ? output.WriteJsonAsync() : output.WriteTextAsync());
        return report.Scores.Count == 0 ? ExitCodes.NothingUsable : ExitCodes.Done;
    }
}
