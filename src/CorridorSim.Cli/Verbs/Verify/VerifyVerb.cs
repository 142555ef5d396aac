using System.CommandLine;
using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Run;
using CorridorSim.Cli.Verbs.Sign;
using CorridorSim.Cli.Verbs.Verify;
using CorridorSim.Grains.Cluster;
using CorridorSim.Runs.Dealing;
using CorridorSim.Runs.Keeping;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Proof;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Scenarios;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

[assembly: Verb<VerifyVerb>(270)]

namespace CorridorSim.Cli.Verbs.Verify;

/// <summary>Proves a run or a sweep: checks its files and simulates it anew.</summary>
internal sealed class VerifyVerb : IVerb
{
    private const int SampledBlocks = 8;

    public static Command Create()
    {
        var run = new Argument<string>("run") { Description = "run or sweep: identifier, its start, a name, or latest" };
        var scenarios = new Option<string?>("--scenarios") { Description = "folder below which the world lies; found without it in the usual places" };
        var sample = Strict.Whole("--sample", "blocks of a sweep to simulate anew, chosen by lot", 0, int.MaxValue, () => SampledBlocks);
        var all = new Option<bool>("--all") { Description = "simulate every block of a sweep anew" };
        var author = new Option<FileInfo?>("--author") { Description = "key of the author, PEM, whose signature there must be" };
        var runs = StoreOption.Create();
        var json = JsonOption.Create();
        var verb = new Command("verify", "check the files of a run or sweep and simulate it again to confirm its results: corridorsim verify latest")
        {
            run, scenarios, sample, all, author, runs, json,
        };
        var cluster = ClusterOption.AddTo(verb);
        IdleOption.RefuseWith(verb, all, sample);
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var store = parsed.ExactStore(runs);
            var name = IdOf(store, parsed.GetValue(run)!);
            var key = parsed.GetValue(author) is { } file ? SignVerb.ReadKey(file) : null;
            string[] roots = parsed.GetValue(scenarios) is { } root ? [root] : WorldWords.Roots;
            var report = new SweepStore(store).FindClaims(name) is { } sweep
                ? await VerifyAsync(sweep, roots, parsed.GetValue(all) ? int.MaxValue : parsed.GetValue(sample), key, cluster.Settings(parsed), cancellation)
                : await new RunVerification(store.OpenClaims(name)).VerifyAsync((r, token) => RerunAsync(r, roots, cluster.Settings(parsed), token), key, cancellation);
            await (parsed.GetValue(json) ? WriteJsonAsync(name, report) : WriteAsync(report));
            return report.IsConfirmed ? ExitCodes.Done : ExitCodes.VerificationDiffers;
        }));
        return verb;
    }

    /// <summary>The identifier that is meant. A folder of exactly this name is taken as it is: its manifest may be what is wrong.</summary>
    private static string IdOf(RunStore store, string reference) =>
        RunId.IsValid(reference) && Directory.Exists(Path.Combine(store.Folder, reference)) ? reference : new StoreCatalogue(store).Find(reference).Id;

    private static async Task<VerificationReport> VerifyAsync(
        StoredSweep sweep, string[] roots, int blocks, string? author, ClusterSettings? cluster, CancellationToken cancellation)
    {
        var (text, scenario) = (await File.ReadAllTextAsync(sweep.PathOf(StoredSweep.SweepFile), cancellation), sweep.PathOf(StoredSweep.ScenarioFile));
        var resolved = File.Exists(scenario) ? await File.ReadAllTextAsync(scenario, cancellation) : string.Empty;
        var definition = await FirstAsync(
            roots, (root, bag) => SweepCompiler.OfSweep(text, resolved, root, bag), d => d.WorldHash == sweep.Manifest.WorldHash);
        await using var engine = await BlockEngine.OpenAsync(cluster, cancellation);
        return await new SweepVerification(sweep).VerifyAsync(definition, new Runner(engine), blocks, author, cancellation: cancellation);
    }

    private static async Task<ProvenRun?> RerunAsync(StoredRun run, string[] roots, ClusterSettings? cluster, CancellationToken cancellation)
    {
        var text = await File.ReadAllTextAsync(run.PathOf(StoredRun.ScenarioFile), cancellation);
        var search = new WorldSearch(text, run.Manifest.ScenarioHash);
        var compiled = search.Find(roots);
        if (compiled is null)
        {
            await Console.Error.WriteLineAsync($"corridorsim: {search.NotFound(roots)}");
            compiled = await FirstAsync(roots, (root, bag) => CompiledScenario.OfRun(text, root, bag), c => c.World.ContentHash == run.Manifest.WorldHash);
        }

        if (compiled is null)
        {
            return null;
        }

        await using var engine = await BlockEngine.OpenAsync(cluster, cancellation);
        // Any other word in the manifest gives the model's own way, and so differs.
        var start = run.Manifest.Start == ObservedStart.Name ? ObservedStart.Name : null;
        var experiment = await RunVerb.ExperimentAsync(compiled, start, engine, quiet: true, cancellation);
        var result = await new Runner(engine).RunAsync(experiment, new RunnerOptions(), null, cancellation);
        return new ProvenRun(result, RunVerb.Describe(compiled, run.Manifest.Name) with { Start = start, Changes = ChangedSetting.HeldIn(compiled, run.Manifest.Changes) });
    }

    /// <summary>
    /// The world lies below the folder of the scenario, which a run does not know: of the likely folders the first counts whose
    /// world is that of the run, else the last in which the scenario can be read.
    /// </summary>
    private static async Task<T?> FirstAsync<T>(string[] roots, Func<string, DiagnosticBag, T?> compile, Predicate<T> isRight)
        where T : class
    {
        var last = (Compiled: (T?)null, Bag: new DiagnosticBag());
        foreach (var root in roots)
        {
            var bag = new DiagnosticBag();
            var compiled = compile(root, bag);
            if (compiled is not null && isRight(compiled))
            {
                return compiled;
            }

            last = compiled is not null || last.Compiled is null ? (compiled, bag) : last;
        }

        if (last.Compiled is null)
        {
            foreach (var diagnostic in last.Bag.Sorted)
            {
                await Console.Error.WriteLineAsync(diagnostic.ToString());
            }
        }

        return last.Compiled;
    }

    private static Task WriteJsonAsync(string name, VerificationReport report) => JsonOutput.WriteAsync(new
    {
        Run = name,
        report.IsConfirmed,
        Findings = report.Findings.Select(f => new { Kind = Words(f.Kind).Replace(' ', '-'), f.What, f.Words }),
        report.Notes,
        report.SignedBy,
        report.StoredHash,
        report.RerunHash,
        report.LanesSimulated,
    });

    private static async Task WriteAsync(VerificationReport report)
    {
        foreach (var finding in report.Findings)
        {
            await Console.Out.WriteLineAsync($"{Words(finding.Kind)}: {finding.What}{(finding.Words.Length > 0 ? $": {finding.Words}" : string.Empty)}");
        }

        foreach (var note in report.Notes)
        {
            await Console.Out.WriteLineAsync($"note: {note}");
        }

        await Console.Out.WriteLineAsync($"signed  {report.SignedBy ?? "by nobody"}");
        await Console.Out.WriteLineAsync($"stored  {report.StoredHash ?? "none"}");
        await Console.Out.WriteLineAsync($"rerun   {report.RerunHash ?? "none"}");
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"lanes   {report.LanesSimulated} simulated anew"));
        await Console.Out.WriteLineAsync(
            report.IsConfirmed ? "confirmed" : $"not confirmed: {string.Join(", ", report.Findings.Select(f => Words(f.Kind)).Distinct())}");
    }

    private static string Words(FindingKind kind) => kind switch
    {
        FindingKind.Damaged => "damaged",
        FindingKind.Missing => "missing",
        FindingKind.Unexpected => "unexpected",
        FindingKind.Altered => "altered",
        FindingKind.AnotherBuild => "another build",
        _ => "another world",
    };
}
