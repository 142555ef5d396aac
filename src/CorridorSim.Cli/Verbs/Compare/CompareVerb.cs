using System.CommandLine;
using System.CommandLine.Parsing;
using CorridorSim.Analysis.Effects;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Compare;
using CorridorSim.Model.Engine;
using CorridorSim.Runs.Store;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;

[assembly: Verb<CompareVerb>(70)]

namespace CorridorSim.Cli.Verbs.Compare;

/// <summary>Compares runs and scenario files with a base, replicate by replicate.</summary>
internal sealed class CompareVerb : IVerb
{
    public static Command Create()
    {
        var baseline = new Argument<string>("base") { Description = "run, scenario file, or comparison file (*.compare.yaml)" };
        var others = new Argument<string[]>("others") { Description = "runs, scenarios within runs (RUN:SCENARIO) or scenario files", Arity = ArgumentArity.ZeroOrMore };
        var indicators = new Option<string[]>("--indicator") { Description = "indicator or pattern, for example admissions:usa-*; may be repeated" };
        var at = new Option<string?>("--at") { Description = "months: 2024, 2024-Q1, 2024-03 or 2023-10..2024-03" };
        var failIf = new Option<string[]>("--fail-if") { Description = "exit with code 6 when true, for example \"p05(deaths) > 0\"; may be repeated" };
        var step = Strict.Choice<ReportStep>("--step", "show effects by week, month or quarter as well as for the whole period");
        var all = new Option<bool>("--all") { Description = "show every indicator on its own line" };
        var simulation = new SimulationOptions();
        var verb = new Command("compare", "compare scenarios or saved runs: corridorsim compare scenarios/no-pacts.yaml scenarios/chnv-parole.yaml --at 2023") { baseline, others, indicators, at, step, failIf, all };
        simulation.AddTo(verb);
        at.Validators.Add(r => Demand(r.GetValueOrDefault<string?>() is not { } text || Period.TryParse(text) is not null, r, "--at must be 2024, 2024-Q1, 2024-03 or 2023-10..2024-03"));
        failIf.Validators.Add(ValidateConditions);
        verb.Validators.Add(r => Demand(
            r.GetValue(baseline)?.EndsWith(ComparisonFile.Ending, StringComparison.Ordinal) == true == (r.GetValue(others) is not { Length: > 0 }),
            r,
            "compare needs a baseline and at least one other, or one comparison file alone"));
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var bag = new DiagnosticBag();
            var line = new ComparisonOrder(
                parsed.GetValue(baseline)!,
                parsed.GetValue(others) ?? [],
                [.. (parsed.GetValue(indicators) ?? []).Select(i => new IndicatorPattern(i))],
                parsed.GetValue(at) is { } months ? Period.TryParse(months) : null,
                simulation.Settings(parsed),
                [.. (parsed.GetValue(failIf) ?? []).Select(f => EffectCondition.TryParse(f, out _)!)]);
            if (Order(line, bag) is not { } order)
            {
                return await Outcome.InvalidAsync(bag);
            }

            using var progress = simulation.Progress(parsed);
            var opener = new ComparedEnsembles(
                parsed.Store(simulation.Runs), simulation.Runner(parsed), progress, token => simulation.OpenAsync(parsed, token));
            if (await opener.OpenAsync([order.Base, .. order.Others], order.Settings, bag, cancellation) is not { } ensembles)
            {
                return await Outcome.InvalidAsync(bag);
            }

            progress.Dispose();
            return await ReportAsync(new CompareReport(order, ensembles, opener.Titles, parsed.GetValue(all), parsed.GetValue(step)), parsed.GetValue(simulation.Json));
        }));
        return verb;
    }

    private static ComparisonOrder? Order(ComparisonOrder line, DiagnosticBag bag)
    {
        if (!line.Base.EndsWith(ComparisonFile.Ending, StringComparison.Ordinal))
        {
            return line;
        }

        return ComparisonFile.Load(line.Base, bag) is { } file ? ComparisonOrder.Of(file, line) : null;
    }

    private static async Task<int> ReportAsync(CompareReport report, bool asJson)
    {
        if (report.Obstacle is { } obstacle)
        {
            return await Outcome.RefuseAsync(obstacle, ExitCodes.InvalidInput);
        }

        await (asJson ? report.WriteJsonAsync() : report.WriteTextAsync());
        var answers = report.Answers();
        foreach (var (condition, other, answer) in answers.Where(a => a.Answer.IsTrue != false))
        {
            await Console.Error.WriteLineAsync(answer.IsTrue == true
                ? $"true for {other}: {condition.Text}"
                : $"corridorsim: '{condition.Text}' cannot be judged for {other}: {answer.Lack}; choose another figure or indicator");
        }

        // A gate must not go green because nothing could be worked out.
        return answers.Any(a => a.Answer.IsTrue == true) ? ExitCodes.ConditionTrue
            : answers.Any(a => a.Answer.IsTrue is null) ? ExitCodes.InvalidInput
            : ExitCodes.Done;
    }

    private static void ValidateConditions(OptionResult result)
    {
        foreach (var text in result.GetValueOrDefault<string[]>() ?? [])
        {
            var error = Problem(text);
            Demand(error is null, result, $"--fail-if: {error}");
        }
    }

    private static string? Problem(string text)
    {
        try
        {
            return EffectCondition.TryParse(text, out var error) is null ? error : null;
        }
        catch (UnknownIndicatorException error)
        {
            return error.Message;
        }
    }

    private static void Demand(bool condition, SymbolResult result, string message)
    {
        if (!condition)
        {
            result.AddError(message);
        }
    }
}
