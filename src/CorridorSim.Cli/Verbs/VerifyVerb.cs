using System.CommandLine;
using CorridorSim.Cli.Reports;
using CorridorSim.Grains.Cluster;
using CorridorSim.Grains.Hosting;
using CorridorSim.Runs.Folders;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli.Verbs;

/// <summary>Runs a run again and checks that its files and its result are unchanged.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var run = new Argument<string>("run") { Description = "identifier, its start, or latest" };
        var scenarios = new Option<string?>("--scenarios") { Description = "folder below which the world lies; found without it in the usual places" };
        var runs = StoreOption.Create();
        var json = JsonOption.Create();
        var verb = new Command("verify", "run a run again and compare: corridorsim verify latest") { run, scenarios, runs, json };
        var cluster = ClusterOption.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var stored = new RunStore(parsed.GetValue(runs)!).OpenAsItIs(parsed.GetValue(run)!);
            var bag = new DiagnosticBag();
            var report = await Verification.VerifyAsync(stored, (r, token) => RerunAsync(r, parsed.GetValue(scenarios), cluster.Settings(parsed), bag, token), cancellation);
            if (bag.HasErrors)
            {
                return await Outcome.InvalidAsync(bag);
            }

            await (parsed.GetValue(json)
                ? JsonOutput.WriteAsync(new { Run = stored.Manifest.Id, report.IsConfirmed, report.Altered, report.Missing, report.Unexpected, report.StoredHash, report.RerunHash })
                : WriteAsync(report));
            return report.IsConfirmed ? ExitCodes.Done : ExitCodes.VerificationDiffers;
        }));
        return verb;
    }

    private static async Task WriteAsync(VerificationReport report)
    {
        foreach (var (words, files) in new[] { ("altered", report.Altered), ("missing", report.Missing), ("unexpected", report.Unexpected) })
        {
            foreach (var path in files)
            {
                await Console.Out.WriteLineAsync($"{words}: {path}");
            }
        }

        await Console.Out.WriteLineAsync($"stored  {report.StoredHash}");
        await Console.Out.WriteLineAsync($"rerun   {report.RerunHash}");
        await Console.Out.WriteLineAsync(report.IsConfirmed ? "confirmed" : "differs");
    }

    private static async Task<string> RerunAsync(StoredRun run, string? root, ClusterSettings? cluster, DiagnosticBag bag, CancellationToken cancellation)
    {
        if (Compile(run, root, bag) is not { } compiled)
        {
            return "none";
        }

        var experiment = compiled.Experiment with { Replicates = run.Manifest.Replicates, Seed = run.Manifest.Seed };
        await using var engine = await BlockEngine.OpenAsync(cluster, cancellation);
        return (await new Runner(engine).RunAsync(experiment, new RunnerOptions(), null, cancellation)).Hash;
    }

    /// <summary>The scenario with the world of the run, found below the likely folders, or below the one that was named.</summary>
    private static CompiledScenario? Compile(StoredRun run, string? root, DiagnosticBag bag)
    {
        string[] roots = root is not null ? [root] : [.. new[] { "scenarios", ".", ShippedFiles.Scenarios }.OfType<string>().Where(Directory.Exists)];
        var search = new WorldSearch(run.ReadScenario(), run.Manifest.ScenarioHash);
        var found = search.Find(roots);
        if (found is null)
        {
            bag.Add(run.PathOf(StoredRun.ScenarioFile), 1, 1, search.NotFound(roots));
        }

        return found;
    }
}
