using System.CommandLine;
using CorridorSim.Grains.Cluster;
using CorridorSim.Grains.Hosting;
using CorridorSim.Runs.Folders;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli.Verbs;

/// <summary>Runs a run again and checks that its files and its result are unchanged.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var run = new Argument<string>("run") { Description = "identifier, its start, or latest" };
        var worlds = new Option<string>("--scenarios") { Description = "folder that the world's path starts from", DefaultValueFactory = _ => "scenarios" };
        var runs = StoreOption.Create();
        var verb = new Command("verify", "run a run again and compare: corridorsim verify latest") { run, worlds, runs };
        var cluster = ClusterOption.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var stored = new RunStore(parsed.GetValue(runs)!).Open(parsed.GetValue(run)!);
            var bag = new DiagnosticBag();
            var report = await Verification.VerifyAsync(stored, (r, token) => RerunAsync(r, parsed.GetValue(worlds)!, cluster.Settings(parsed), bag, token), cancellation);
            foreach (var (words, files) in new[] { ("altered", report.Altered), ("missing", report.Missing), ("unexpected", report.Unexpected) })
            {
                foreach (var path in files)
                {
                    await Console.Out.WriteLineAsync($"{words}: {path}");
                }
            }

            if (bag.HasErrors)
            {
                return await Outcome.InvalidAsync(bag);
            }

            await Console.Out.WriteLineAsync($"stored  {report.StoredHash}");
            await Console.Out.WriteLineAsync($"rerun   {report.RerunHash}");
            await Console.Out.WriteLineAsync(report.IsConfirmed ? "confirmed" : "differs");
            return report.IsConfirmed ? ExitCodes.Done : ExitCodes.VerificationDiffers;
        }));
        return verb;
    }

    private static async Task<string> RerunAsync(StoredRun run, string root, ClusterSettings? cluster, DiagnosticBag bag, CancellationToken cancellation)
    {
        if (CompiledScenario.OfRun(run.ReadScenario(), root, bag) is not { } compiled)
        {
            return "none";
        }

        var experiment = compiled.Experiment with { Replicates = run.Manifest.Replicates, Seed = run.Manifest.Seed };
        await using var engine = await BlockEngine.OpenAsync(cluster, cancellation);
        return (await new Runner(engine).RunAsync(experiment, new RunnerOptions(), null, cancellation)).Hash;
    }
}
