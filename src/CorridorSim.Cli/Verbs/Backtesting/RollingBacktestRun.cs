using System.CommandLine;
using System.CommandLine.Parsing;
using CorridorSim.Analysis;
using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Reports.Charts;
using CorridorSim.Analysis.Validation;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Terminal;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Cli.Verbs.Backtesting;

/// <summary><c>backtest --calibration</c>: forecasts from several origins, each with parameters fitted to the months before it.</summary>
internal sealed class RollingBacktestRun
{
    /// <summary>Months that are scored unless told.</summary>
    public const int UsualMonths = 24;

    /// <summary>The calibration file.</summary>
    public Option<string?> Calibration { get; } = new("--calibration") { Description = "calibration file: fit its parameters anew to the months before each --from, and score all origins together" };
    private readonly Option<string?> _reliability = new("--reliability") { Description = "with --calibration: file for a reliability diagram, as SVG" };
    private readonly Option<string?> _errors = new("--fit-errors") { Description = "with --calibration: fit the errors of the default forecast and write this table" };
    private readonly Option<string?> _hub = new("--hub") { Description = "with --calibration: file for all forecasts in the columns of the hubverse" };

    /// <summary>Options that count with a calibration alone.</summary>
    public IEnumerable<Option> Own => [_reliability, _errors, _hub];

    public void AddTo(Command verb)
    {
        foreach (var option in Own.Prepend(Calibration))
        {
            verb.Add(option);
        }
    }

    /// <summary>Whether it is asked for.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(Calibration) is not null;

    public async Task<int> RunAsync(ParseResult parsed, ClusterOption cluster, RollingRequest request, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var plan = CalibrationFile.Load(parsed.GetValue(Calibration)!, request.Observations, bag);
        var map = plan is null ? null : ObservationMap.Of(plan.Base, bag);
        if (plan is null || map is null || bag.HasErrors)
        {
            return await Outcome.InvalidAsync(bag);
        }

        RollingReport report;
        await using (var engine = await cluster.OpenAsync(parsed, request.IsQuiet, cancellation))
        {
            var runner = new Runner(engine);
            var rolling = new RollingBacktest(plan, map, (experiment, token) => runner.RunAsync(experiment, new RunnerOptions(), null, token));
            report = await rolling.RunAsync([.. request.Origins.Select(o => Options(plan, o, request))], new StageProgress<string>(request.IsQuiet, s => s), cancellation);
        }

        var errors = ForecastErrors.Read(plan.Base.World.Folder);
        if (parsed.GetValue(_errors) is { } file)
        {
            errors = Fit(report, errors);
            OutputFile.Write(file, ForecastErrors.Text(errors.Nationality, errors.Total, Remark(plan, report)));
            report = new RollingReport(report.Fits, [.. report.Sets.Select(s => s.With(errors))]);
        }

        Save(parsed, report);
        var output = new RollingOutput(plan, report, errors, request.Given);
        await (request.IsJson ? output.WriteJsonAsync() : output.WriteTextAsync());
        return report.Months.Count == 0 ? ExitCodes.NothingUsable : report.Sets.Any(s => s.FailedReplicates > 0) ? ExitCodes.SomeLanesFailed : ExitCodes.Done;
    }

    private void Save(ParseResult parsed, RollingReport report)
    {
        if (parsed.GetValue(_reliability) is { } drawing)
        {
            OutputFile.Write(drawing, ReliabilityPlot.Draw(report.Horizons()));
        }

        if (parsed.GetValue(_hub) is { } table)
        {
            OutputFile.Write(table, HubTable.Text(report.Sets));
        }
    }

    private static BacktestOptions Options(CalibrationPlan plan, int origin, RollingRequest request)
    {
        var last = plan.Observations.Names.Max(n => plan.Observations.Span(n).Last);
        return last < origin
            ? throw new StudyException($"The observations end in {CalendarMonth.Format(last)}, before {CalendarMonth.Format(origin)}. Choose an earlier month.")
            : new BacktestOptions
            {
                Origin = origin,
                Months = Math.Min(request.Months ?? UsualMonths, last - origin + 1),
                Replicates = request.Replicates,
                Seed = request.Seed ?? plan.Base.Scenario.Seed,
                StartsFromObservations = request.StartsFromObservations,
            };
    }

    private static (ForecastErrors Nationality, ForecastErrors Total) Fit(RollingReport report, (ForecastErrors Nationality, ForecastErrors Total) now)
    {
        var forecasts = report.Sets.SelectMany(s => s.Series).ToArray();
        return (
            ForecastErrorFit.Of([.. forecasts.Where(f => !f.IsTotal)], now.Nationality),
            ForecastErrorFit.Of([.. forecasts.Where(f => f.IsTotal)], now.Total));
    }

    private static string Remark(CalibrationPlan plan, RollingReport report) =>
        $"Errors of the default forecast, fitted to forecasts from {string.Join(", ", report.Fits.Select(f => CalendarMonth.Format(f.Origin)))} with the calibration '{plan.Id}', scored to {CalendarMonth.Format(report.Months.Max(m => m.Origin + m.Ahead - 1))}; made by 'corridorsim backtest --fit-errors'.";
}

/// <summary>What of the options of <c>backtest</c> concerns several origins.</summary>
/// <param name="Observations">Observations in place of those of the calibration, or null.</param>
/// <param name="Origins">First forecast months.</param>
/// <param name="Months">Months that are forecast, or null.</param>
/// <param name="Replicates">Replicates.</param>
/// <param name="Seed">Seed, or null for that of the scenario.</param>
/// <param name="StartsFromObservations">Whether earlier observations set the state.</param>
/// <param name="IsJson">Whether JSON is printed.</param>
/// <param name="IsQuiet">Whether progress is not shown.</param>
/// <param name="Given">Observed series that are given instead of forecast.</param>
internal sealed record RollingRequest(
    string? Observations, IReadOnlyList<int> Origins, int? Months, int Replicates, ulong? Seed, bool StartsFromObservations, bool IsJson, bool IsQuiet, IReadOnlyList<string> Given);
