using System.CommandLine;
using System.Reflection;
using CorridorSim.Analysis.Forecasting;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Terminal;
using CorridorSim.Cli.Verbs.Run;
using CorridorSim.Grains.Hosting;
using CorridorSim.Model.Engine;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

[assembly: Verb<RunVerb>(60)]

namespace CorridorSim.Cli.Verbs.Run;

/// <summary>Runs scenarios, each beside its parent, and prints the effects.</summary>
internal sealed class RunVerb : IVerb
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "scenario files", Arity = ArgumentArity.OneOrMore };
        var name = Strict.Text("--name", "name of the run, at most 80 characters", RunLabels.NameProblem);
        var all = new Option<bool>("--all") { Description = "show every indicator on its own line" };
        var start = new Option<string>("--start")
        {
            Description = "model: simulate freely from the first month; observed: follow the record in months with data",
            DefaultValueFactory = _ => "model",
        };
        start.AcceptOnlyFromAmong("model", ObservedStart.Name);
        var simulation = new SimulationOptions();
        var verb = new Command("run", "run scenarios and compare each with its baseline: corridorsim run scenarios/us-panama-2022.yaml") { files, name, all, start };
        simulation.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            // The silo starts while the files are read; when they are wrong, it ends with the process.
            var opening = Task.Run(() => simulation.OpenAsync(parsed, cancellation), cancellation);
            if (Load(parsed.GetValue(files)!, simulation.Settings(parsed), out var bag) is not { } scenarios)
            {
                return await Outcome.InvalidAsync(bag);
            }

            var store = parsed.Store(simulation.Runs);
            store.DemandWritable();
            var reports = new List<RunReport>();
            await using (var engine = await opening)
            {
                foreach (var compiled in scenarios)
                {
                    var begins = parsed.GetValue(start) == ObservedStart.Name ? ObservedStart.Name : null;
                    var experiment = await ExperimentAsync(compiled, begins, engine, simulation.IsQuiet(parsed), cancellation);
                    using var progress = simulation.Progress(parsed);
                    var result = await new Runner(engine).RunAsync(experiment, simulation.Runner(parsed), progress, cancellation);
                    progress.Dispose();
                    var stored = new RunWriter(store).Write(result, Describe(compiled, parsed.GetValue(name)) with { Start = begins }, cancellation);
                    reports.Add(new RunReport(compiled, result, stored, parsed.GetValue(all)));
                    if (!parsed.GetValue(simulation.Json))
                    {
                        await reports[^1].WriteTextAsync();
                    }
                }
            }

            if (parsed.GetValue(simulation.Json))
            {
                await JsonOutput.WriteAsync(reports.Count == 1 ? reports[0].ToJson() : new { Runs = reports.Select(r => r.ToJson()) });
            }

            return reports.Max(r => r.ExitCode);
        }));
        return verb;
    }

    /// <summary>All files are checked before the first is run.</summary>
    private static CompiledScenario[]? Load(string[] files, IReadOnlyList<string> settings, out DiagnosticBag bag)
    {
        var found = new DiagnosticBag();
        var compiled = new List<CompiledScenario?>();
        foreach (var file in files)
        {
            var own = new DiagnosticBag();
            compiled.Add(CompiledScenario.Load(file, settings, own));
            found.AddAll(own);
        }

        bag = found;
        return found.HasErrors ? null : [.. compiled.Select(c => c!)];
    }

    /// <summary>The experiment of a scenario that begins where it is asked to: null for the model's own way.</summary>
    public static async Task<Experiment> ExperimentAsync(CompiledScenario compiled, string? start, IBlockEngine engine, bool quiet, CancellationToken cancellation) =>
        start is null
            ? compiled.Experiment
            : await ObservedStart.OfAsync(
                compiled, (experiment, token) => new Runner(engine).RunAsync(experiment, new RunnerOptions(), null, token), new StageProgress<string>(quiet, s => s), cancellation);

    /// <summary>What a run keeps of its scenario.</summary>
    public static RunDescription Describe(CompiledScenario compiled, string? name)
    {
        var version = Assembly.GetExecutingAssembly().GetName().Version?.ToString() ?? "unknown";
        return new RunDescription(compiled.Scenario.Id, compiled.Scenario.Hash, compiled.Text, version, name, compiled.World.ContentHash) { Changes = ChangedSetting.Of(compiled) };
    }
}
