using System.CommandLine;
using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Effects;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Why;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

[assembly: Verb<WhyVerb>(80)]

namespace CorridorSim.Cli.Verbs.Why;

/// <summary>Splits the effect of a scenario over its clauses.</summary>
internal sealed class WhyVerb : IVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "scenario file" };
        var against = new Option<string?>("--against") { Description = "baseline scenario [default: the one that the file extends]" };
        var set = new Option<string[]>("--set") { Description = "path=value that replaces a value of the file; may be repeated" };
        var by = new Option<string>("--by") { Description = "unit of the split: clause or agreement (measure means the same as clause)", DefaultValueFactory = _ => "clause" };
        var indicators = new Option<string[]>("--indicator") { Description = "indicator, for example irregular-entries:COL>PAN; may be repeated" };
        var at = new Option<string?>("--at") { Description = "months: 2024, 2024-Q1, 2024-03 or 2023-10..2024-03" };
        var orders = Strict.Whole("--orders", "pairs of sampled orders when more than 10 parts differ, 2 to 1000", 2, 1000, () => 8);
        var replicates = Strict.Whole("--replicates", "simulations, 1 to 10000", 1, 10_000);
        var seed = Strict.Seed();
        var overTime = new Option<bool>("--over-time") { Description = "split each month separately, to see which cause explains which month" };
        var json = new Option<bool>("--json") { Description = "print one JSON document" };
        var verb = new Command("why", "show how much of an effect each clause causes: corridorsim why scenarios/us-panama-2022.yaml")
        {
            file, against, set, by, indicators, at, overTime, orders, replicates, seed, json,
        };
        by.AcceptOnlyFromAmong("clause", "measure", "agreement");
        var engine = new EngineOptions(verb);
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var bag = new DiagnosticBag();
            var path = parsed.GetValue(file)!;
            var settings = parsed.GetValue(set) ?? [];
            var compiled = parsed.GetValue(against) is { } other
                ? CompiledScenario.Load(path, other, settings, bag, movesBase: false)
                : CompiledScenario.Load(path, settings, bag, movesParent: false);
            if (compiled is null)
            {
                return await Outcome.InvalidAsync(bag);
            }

            if (compiled.Parent is null)
            {
                return await Outcome.RefuseAsync($"{path} extends no scenario; name the one to compare with: --against SCENARIO", ExitCodes.InvalidInput);
            }

            var experiment = compiled.Experiment with
            {
                Replicates = parsed.GetValue(replicates) ?? compiled.Experiment.Replicates,
                Seed = (ulong?)parsed.GetValue(seed) ?? compiled.Experiment.Seed,
            };
            var study = new WhyStudy(
                WhyQuestion.Of(experiment, parsed.GetValue(by) == "agreement"),
                [.. (parsed.GetValue(indicators) ?? []).Select(IndicatorName.Parse)],
                Asked.Period(parsed.GetValue(at)),
                new WhyOptions { OrderPairs = parsed.GetValue(orders), Seed = experiment.Seed, IsMonthly = parsed.GetValue(overTime) });
            using var progress = engine.Progress(parsed, parsed.GetValue(json));
            WhyAnswer answer;
            await using (var silo = await engine.OpenAsync(parsed, cancellation))
            {
                answer = await study.AnswerAsync(new Runner(silo), engine.Runner(parsed), progress, cancellation);
            }

            progress.Dispose();
            var report = new WhyReport(compiled, experiment.Replicates, answer, parsed.GetValue(overTime));
            await (parsed.GetValue(json) ? report.WriteJsonAsync() : report.WriteTextAsync());
            return await Outcome.OfLanesAsync(answer.Failures, answer.Lanes);
        }));
        return verb;
    }
}
