using System.Globalization;
using System.Text;
using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Reports.Charts;
using CorridorSim.Analysis.Validation;
using CorridorSim.Analysis.Words;
using CorridorSim.Cli.Reports;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Cli.Verbs.Backtesting;

/// <summary>What a backtest says.</summary>
internal sealed class BacktestOutput(CompiledScenario compiled, BacktestOptions options, BacktestReport report, TimeSpan elapsed)
{
    private readonly PlaceWords _places = new(compiled.Experiment.World);

    public async Task WriteTextAsync()
    {
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{compiled.Scenario.Title}: {options.Months} months from {CalendarMonth.Format(options.Origin)}, {options.Replicates} simulations, {(options.StartsFromObservations ? "state at the origin from earlier observations" : "state at the origin from the model alone")}; persons or events observed and forecast; RMSE of log(1 + flow)"));
        new TerminalTable("series", "nationality", "ahead", ">observed", ">forecast", ">default", ">model", ">last month", ">last year", ">seasonal", ">trend", ">drift", ">MAE ratio", ">in 50%", ">in 90%", ">CRPS", ">WIS")
            .With(report.Scores.Select(s => new[]
            {
                _places.Counted(s.Series), _places.Nationality(s.Nationality), s.HorizonMonths, Figures.People(s.ObservedTotal), Figures.People(s.ForecastTotal), Figures.Fixed(s.RmseLog), Figures.Fixed(s.RmseModel), Figures.Fixed(s.RivalLastMonth), Figures.Fixed(s.RivalLastYear), Figures.Fixed(s.RivalSeasonal), Figures.Fixed(s.RivalTrend), Figures.Fixed(s.RivalDrift), Figures.Fixed(s.MaeRatio), Figures.Percent(s.Coverage50), Figures.Percent(s.Coverage90), Figures.Fixed(s.CrpsLog), Figures.Fixed(s.WisLog),
            }))
            .Write();
        WriteEvents();
        await WriteSummaryAsync();
    }

    public async Task WriteJsonAsync() => await JsonOutput.WriteAsync(
        new
        {
            Scenario = compiled.Scenario.Id,
            ScenarioHash = compiled.Scenario.Hash,
            From = CalendarMonth.Format(options.Origin),
            options.Months,
            options.Replicates,
            options.Seed,
            Start = options.StartsFromObservations ? "observed" : "model",
            ElapsedSeconds = elapsed.TotalSeconds,
            report.FailedReplicates,
            report.Summary,
            report.Scores,
            report.Events,
            UnknownSeries = report.Skipped,
            report.Gaps,
        });

    /// <summary>Writes the months as a table, where asked.</summary>
    public void Save(string? csv)
    {
        if (csv is not null)
        {
            var text = new StringBuilder("series,nationality,month,observed,median,p05,p25,p75,p95,last-month,model\n");
            foreach (var m in report.Months)
            {
                var numbers = new[] { m.Observed, m.Median, m.P05, m.P25, m.P75, m.P95, m.LastMonth, m.Model }
                    .Select(v => double.IsNaN(v) ? string.Empty : Math.Round(v, 2).ToString("R", CultureInfo.InvariantCulture));
                _ = text.Append(CultureInfo.InvariantCulture, $"{m.Series},{m.Nationality},{m.Month},{string.Join(',', numbers)}\n");
            }

            OutputFile.Write(csv, text.ToString());
        }
    }

    /// <summary>Draws each series into a file of its own, where asked.</summary>
    public void Draw(string? folder)
    {
        if (folder is null)
        {
            return;
        }

        OutputFile.MakeFolder(folder);
        foreach (var series in report.Months.GroupBy(m => (m.Series, m.Nationality)).Where(g => g.Any(m => double.IsFinite(m.Median))))
        {
            var marks = report.Events.Where(e => (e.Series, e.Nationality) == series.Key).Select(e => (e.Month, _places.Clause(e.Measure)));
            // Names come from a table that anybody may have written: nothing but letters and digits reaches the path.
            var name = string.Concat($"{series.Key.Series}-{series.Key.Nationality}".Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
            OutputFile.Write(Path.Combine(folder, $"{name}.svg"), BacktestPlot.Draw($"{_places.Counted(series.Key.Series)}: {_places.Nationality(series.Key.Nationality)}", [.. series], options.Origin, marks));
        }
    }

    private void WriteEvents()
    {
        if (report.Events.Count == 0)
        {
            return;
        }

        Console.Out.WriteLine("Change around dated measures: mean of three months from the measure on over the three before");
        new TerminalTable("month", "measure", "series", "nationality", ">observed", ">simulated", ">90% band", ">same sign")
            .With(report.Events.Select(e => new[]
            {
                e.Month, _places.Measure(e.Measure), _places.Counted(e.Series), _places.Nationality(e.Nationality), Figures.Change(e.ObservedChange), Figures.Change(e.SimulatedChange), $"{Figures.Change(e.SimulatedP05)} to {Figures.Change(e.SimulatedP95)}", e.SameSign ? "yes" : "NO",
            }))
            .Write();
    }

    private async Task WriteSummaryAsync()
    {
        var s = report.Summary;
        await Console.Out.WriteLineAsync($"Over the {s.Series} series that carry 95% of the flow: mean RMSE of the default forecast {Figures.Fixed(s.RmseLog)}, of the model as it is {Figures.Fixed(s.RmseModel)}; last month {Figures.Fixed(s.RivalLastMonth)}, last year {Figures.Fixed(s.RivalLastYear)}, seasonal mean {Figures.Fixed(s.RivalSeasonal)}, trend {Figures.Fixed(s.RivalTrend)}, drift {Figures.Fixed(s.RivalDrift)}");
        await Console.Out.WriteLineAsync($"The default beats the model on {Figures.Percent(s.BeatsModel)} of them, last month on {Figures.Percent(s.BeatsLastMonth)}, last year on {Figures.Percent(s.BeatsLastYear)}, seasonal mean on {Figures.Percent(s.BeatsSeasonal)}, trend on {Figures.Percent(s.BeatsTrend)}, drift on {Figures.Percent(s.BeatsDrift)}");
        await Console.Out.WriteLineAsync($"Of their months {Figures.Percent(s.Coverage50)} lie in the 50% bands and {Figures.Percent(s.Coverage90)} in the 90% bands");
        foreach (var series in report.Skipped.GroupBy(n => n.Split('/')[0]))
        {
            await Console.Error.WriteLineAsync($"the model measures nothing like: {series.Key} ({string.Join(' ', series.Select(n => n.Split('/')[1]))})");
        }

        foreach (var gap in report.Gaps)
        {
            await Console.Error.WriteLineAsync($"gap: {gap}");
        }
    }
}
