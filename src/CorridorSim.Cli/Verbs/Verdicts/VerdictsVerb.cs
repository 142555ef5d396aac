using System.CommandLine;
using CorridorSim.Analysis.Verdicts;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Terminal;
using CorridorSim.Cli.Verbs.Verdicts;
using CorridorSim.Grains.Hosting;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

[assembly: Verb<VerdictsVerb>(220)]

namespace CorridorSim.Cli.Verbs.Verdicts;

/// <summary>Writes the conclusions of scenarios as a table, or says which of them changed since a table was kept.</summary>
internal sealed class VerdictsVerb : IVerb
{
    private const int UsualReplicates = 32;

    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "scenario files", Arity = ArgumentArity.OneOrMore };
        var keep = new Option<string?>("--out") { Description = "folder that receives verdicts.csv and results.csv, and a line of reasons.csv; lines of other scenarios stay" };
        var reason = new Option<string?>("--reason") { Description = "with --out: why the tables are as they are now, one line" };
        var check = new Option<string?>("--check") { Description = "folder of kept tables; ends with 6 when a conclusion or a figure changed" };
        var set = new Option<string[]>("--set") { Description = "path=value that replaces a value of every file; may be repeated" };
        var replicates = Strict.Whole("--replicates", "replicates of each scenario, 1 to 10000", 1, 10_000, () => UsualReplicates);
        var verb = new Command("verdicts", "print the conclusions of scenarios as a table: corridorsim verdicts scenarios/chnv-parole.yaml") { files, keep, reason, check, set, replicates };
        verb.Validators.Add(r =>
        {
            if (r.GetValue(keep) is null == r.GetValue(reason) is { Length: > 0 })
            {
                r.AddError("--out and --reason belong together: a kept table says why it is as it is");
            }
        });
        var engineOptions = new EngineOptions(verb);
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            string[] settings = [.. parsed.GetValue(set) ?? [], FormattableString.Invariant($"ensemble.replicates={parsed.GetValue(replicates)}")];
            if (Load(parsed.GetValue(files)!, settings, out var bag) is not { } scenarios)
            {
                return await Outcome.InvalidAsync(bag);
            }

            KeptVerdicts found;
            await using (var engine = await engineOptions.OpenAsync(parsed, cancellation))
            {
                found = await OfAsync(scenarios, engine, engineOptions.Runner(parsed), engineOptions.IsQuiet(parsed), cancellation);
            }

            return await EndAsync(found, parsed.GetValue(keep), parsed.GetValue(reason), parsed.GetValue(check));
        }));
        return verb;
    }

    /// <summary>Runs scenarios and draws the conclusions of each.</summary>
    public static async Task<KeptVerdicts> OfAsync(
        IReadOnlyList<CompiledScenario> scenarios, IBlockEngine engine, RunnerOptions options, bool isQuiet, CancellationToken cancellation)
    {
        List<string> verdicts = [VerdictTable.Header];
        List<string> results = [VerdictTable.ResultHeader];
        foreach (var scenario in scenarios)
        {
            using var progress = new TerminalProgress(isQuiet);
            var result = await new Runner(engine).RunAsync(scenario.Experiment, options, progress, cancellation);
            verdicts.AddRange(VerdictTable.Rows(scenario, result).Select(r => r.Line));
            results.Add(VerdictTable.ResultLine(scenario, result));
        }

        return new KeptVerdicts(verdicts, results);
    }

    private static async Task<int> EndAsync(KeptVerdicts found, string? keep, string? reason, string? check)
    {
        if (keep is null && check is null)
        {
            await Console.Out.WriteLineAsync(string.Join(Environment.NewLine, found.Verdicts));
        }

        var code = check is null ? ExitCodes.Done : await CheckAsync(KeptVerdicts.Load(check), found, check);
        if (keep is not null)
        {
            OutputFile.Try(keep, () => found.Among(keep).Save(keep, reason!, DateOnly.FromDateTime(DateTime.UtcNow)));
        }

        return code;
    }

    private static async Task<int> CheckAsync(KeptVerdicts kept, KeptVerdicts found, string folder)
    {
        List<string> differences = [.. kept.Differences(found)];
        if (!kept.HasReason(folder))
        {
            differences.Add($"{folder}: the tables were changed without a line of reason; write them with --out and --reason");
        }

        foreach (var line in differences.DefaultIfEmpty("nothing changed: every conclusion, figure and result hash is as it was kept"))
        {
            await Console.Out.WriteLineAsync(line);
        }

        return differences.Count == 0 ? ExitCodes.Done : ExitCodes.ConditionTrue;
    }

    private static CompiledScenario[]? Load(string[] files, IReadOnlyList<string> settings, out DiagnosticBag bag)
    {
        var found = new DiagnosticBag();
        CompiledScenario?[] compiled = [.. files.Select(f => CompiledScenario.Load(f, settings, found))];
        bag = found;
        return found.HasErrors ? null : [.. compiled.Select(c => c!)];
    }
}
