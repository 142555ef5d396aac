using System.CommandLine;
using System.Reflection;
using CorridorSim.Analysis.Effects;
using CorridorSim.Runs.Folders;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli.Verbs;

/// <summary>Runs a scenario beside its parent and prints the effect.</summary>
internal static class RunVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "scenario file" };
        var set = new Option<string[]>("--set") { Description = "path=value that replaces a value of the file; may be repeated" };
        var replicates = new Option<int?>("--replicates") { Description = "replicates of each variant, 1 to 10000" };
        var seed = new Option<long?>("--seed") { Description = "seed of all random draws" };
        var name = new Option<string?>("--name") { Description = "name of the run" };
        var runs = new Option<string>("--runs") { Description = "folder of runs", DefaultValueFactory = _ => "runs" };
        var blockSize = new Option<int>("--block-size") { Description = "lanes of a block; results do not depend on it", DefaultValueFactory = _ => 32 };
        var threads = new Option<int>("--threads") { Description = "blocks at work at the same time", DefaultValueFactory = _ => Environment.ProcessorCount };
        var json = new Option<bool>("--json") { Description = "print one JSON document" };
        var quiet = new Option<bool>("--quiet") { Description = "no progress" };
        var verb = new Command("run", "run a scenario beside its parent: corridorsim run scenarios/us-panama-2022.yaml")
        {
            file, set, replicates, seed, name, runs, blockSize, threads, json, quiet,
        };
        var cluster = ClusterOption.AddTo(verb);
        blockSize.Validators.Add(r => Require(r.GetValueOrDefault<int>() is >= 1 and <= 4096, r, "--block-size must lie between 1 and 4096"));
        threads.Validators.Add(r => Require(r.GetValueOrDefault<int>() is >= 1 and <= 256, r, "--threads must lie between 1 and 256"));
        replicates.Validators.Add(r => Require(r.GetValueOrDefault<int?>() is null or (>= 1 and <= 10_000), r, "--replicates must lie between 1 and 10000"));
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var bag = new DiagnosticBag();
            if (CompiledScenario.Load(parsed.GetValue(file)!, parsed.GetValue(set) ?? [], bag) is not { } compiled)
            {
                return await Outcome.InvalidAsync(bag);
            }

            var experiment = compiled.Experiment with
            {
                Replicates = parsed.GetValue(replicates) ?? compiled.Experiment.Replicates,
                Seed = (ulong?)parsed.GetValue(seed) ?? compiled.Experiment.Seed,
            };
            var options = new RunnerOptions { BlockSize = parsed.GetValue(blockSize), Concurrency = parsed.GetValue(threads) };
            using var progress = new TerminalProgress(parsed.GetValue(quiet) || parsed.GetValue(json));
            ExperimentResult result;
            await using (var engine = await cluster.OpenAsync(parsed, parsed.GetValue(quiet), cancellation))
            {
                result = await new Runner(engine).RunAsync(experiment, options, progress, cancellation);
            }

            progress.Dispose();
            var description = new RunDescription(
                compiled.Scenario.Id, compiled.Scenario.Hash, compiled.Text, Version(), parsed.GetValue(name));
            var stored = new RunWriter(new RunStore(parsed.GetValue(runs)!)).Write(result, description, cancellation);
            var report = new RunReport(compiled, result, stored);
            await (parsed.GetValue(json) ? report.WriteJsonAsync() : report.WriteTextAsync());
            return result.Failures.Count() switch
            {
                0 => ExitCodes.Done,
                var failed when failed == experiment.Lanes => ExitCodes.NothingUsable,
                _ => ExitCodes.SomeLanesFailed,
            };
        }));
        return verb;
    }

    private static string Version() => Assembly.GetExecutingAssembly().GetName().Version?.ToString() ?? "unknown";

    private static void Require(bool condition, System.CommandLine.Parsing.OptionResult result, string message)
    {
        if (!condition)
        {
            result.AddError(message);
        }
    }
}
