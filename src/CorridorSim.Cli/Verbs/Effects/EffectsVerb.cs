using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using CorridorSim.Analysis;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Evidence;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Terminal;
using CorridorSim.Cli.Verbs.Effects;
using CorridorSim.Grains.Hosting;
using CorridorSim.Model.Engine;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

[assembly: Verb<EffectsVerb>(200)]

namespace CorridorSim.Cli.Verbs.Effects;

/// <summary>Holds the effects of measures against what was published about them.</summary>
internal sealed class EffectsVerb : IVerb
{
    // Later than any horizon: a provision that begins then is as good as none.
    private const string Never = "2099-01";

    // Ranks need more replicates than a median does.
    private const int VariedReplicates = 4;

    private static readonly Argument<string> File = new("table") { Description = "table of published effects" };
    private static readonly Option<int> Replicates = Strict.Whole("--replicates", "replicates, 2 to 10000", 2, 10_000, () => 64);
    private static readonly Option<string?> Markdown = new("--markdown") { Description = "file for the table, as Markdown" };
    private static readonly Option<bool> Dependence = new("--depends") { Description = "also draw assumed sizes from their ranges, and say on which figures each effect depends most" };
    private static readonly Option<bool> Json = new("--json") { Description = "print one JSON document" };
    private static readonly Option<bool> Quiet = new("--quiet") { Description = "no progress" };

    public static Command Create()
    {
        var verb = new Command("effects", "compare effects with published estimates: corridorsim effects scenarios/worlds/americas/evidence.csv")
        {
            File, Replicates, Markdown, Dependence, Json, Quiet,
        };
        var cluster = ClusterOption.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(() => RunAsync(parsed, cluster, cancellation)));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, ClusterOption cluster, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var path = parsed.GetValue(File)!;
        var rows = EvidenceTable.Read(path, bag);
        if (bag.HasErrors)
        {
            return await Outcome.InvalidAsync(bag);
        }

        var results = new List<EvidenceResult>();
        await using (var engine = await cluster.OpenAsync(parsed, parsed.GetValue(Quiet), cancellation))
        {
            var progress = new StageProgress<string>(parsed.GetValue(Quiet), s => s);
            foreach (var group in rows.GroupBy(r => (r.Scenario, r.Without)))
            {
                progress.Report(group.Key.Without.Length > 0 ? $"{group.Key.Scenario} without {group.Key.Without}" : group.Key.Scenario);
                var folder = Path.GetDirectoryName(path) ?? ".";
                if (await PairAsync(folder, [.. group], parsed.GetValue(Replicates), varies: false, engine, bag, cancellation) is not { } pair)
                {
                    return await Outcome.InvalidAsync(bag);
                }

                var varied = parsed.GetValue(Dependence) ? await PairAsync(folder, [.. group], parsed.GetValue(Replicates) * VariedReplicates, varies: true, engine, bag, cancellation) : null;
                results.AddRange(group.Select(r => EvidenceResult.Of(r, pair.Without, pair.With) with
                {
                    DependsOn = varied is null ? [] : EvidenceDependence.Of(r, varied.Compiled, varied.Experiment, varied.Without, varied.With),
                }));
            }
        }

        EvidenceResult[] ordered = [.. rows.Select(r => results.Single(x => x.Row == r))];
        if (parsed.GetValue(Markdown) is { } file)
        {
            OutputFile.Write(file, Text(path, ordered));
        }

        await (parsed.GetValue(Json) ? WriteJsonAsync(ordered) : WriteTextAsync(ordered));
        return ExitCodes.Done;
    }

    private static async Task<Pair?> PairAsync(
        string folder, EvidenceRow[] rows, int replicates, bool varies, IBlockEngine engine, DiagnosticBag bag, CancellationToken cancellation)
    {
        var (path, without) = (Path.Combine(folder, rows[0].Scenario), rows[0].Without);
        var with = CompiledScenario.Load(path, [], bag);
        var taken = without.Length == 0 ? with : CompiledScenario.Load(path, [$"{without}.from={Never}"], bag);
        if (with is null || taken is null)
        {
            return null;
        }

        if (without.Length == 0 && with.Parent is null)
        {
            throw new StudyException($"{path} extends no scenario to compare it with. Name a provision to take away in the column 'without'.");
        }

        Experiment Of(CompiledScenario compiled)
        {
            var experiment = compiled.Experiment with
            {
                Replicates = replicates,
                Recorded = [.. rows.SelectMany(r => r.Series.Concat(r.Against)).Distinct()],
            };
            return varies ? EvidenceDependence.Vary(compiled, experiment) : experiment;
        }

        var (runner, asked) = (new Runner(engine), Of(with));
        var result = await runner.RunAsync(asked, new RunnerOptions(), null, cancellation);
        IEnsemble before = without.Length == 0
            ? new ResultEnsemble(result, 1)
            : new ResultEnsemble(await runner.RunAsync(Of(taken), new RunnerOptions(), null, cancellation), 0);
        return new Pair(with, asked, before, new ResultEnsemble(result, 0));
    }

    private sealed record Pair(CompiledScenario Compiled, Experiment Experiment, IEnsemble Without, IEnsemble With);

    private static async Task WriteTextAsync(EvidenceResult[] results)
    {
        new TerminalTable("measure", "outcome", "months", ">published", ">model", ">90% interval", "agrees")
            .With(results.Select(r => new[] { r.Row.Measure, r.Row.Outcome, r.Row.Period.ToString(), Range(r.Row), Figures.Fixed(r.Model.Median), Interval(r), r.Agrees ? "yes" : "NO" }))
            .Write();
        await Console.Out.WriteLineAsync($"{results.Count(r => r.Agrees)} of {results.Length} agree with what was published.");
    }

    private static async Task WriteJsonAsync(EvidenceResult[] results) => await JsonOutput.WriteAsync(new
    {
        Agree = results.Count(r => r.Agrees),
        Of = results.Length,
        Effects = results.Select(r => new
        {
            r.Row.Measure,
            r.Row.Outcome,
            r.Row.Scenario,
            Without = r.Row.Without.Length == 0 ? null : r.Row.Without,
            Period = r.Row.Period.ToString(),
            Kind = r.Row.Kind.ToString(),
            r.Row.Low,
            r.Row.High,
            r.Row.Published,
            r.Row.Source,
            r.Model.Median,
            P05 = r.Model.Lower,
            P95 = r.Model.Upper,
            r.Agrees,
            DependsOn = r.DependsOn.Select(d => new { d.Path, RankCorrelation = d.Correlation, d.IsAssumed }),
        }),
    });

    private static string Text(string path, EvidenceResult[] results)
    {
        var text = new StringBuilder($"""
            # Effects against evidence

            Made by `corridorsim effects {path.Replace('\\', '/')} --depends --markdown FILE`, not by hand: the effect of each measure in the model beside what was published about it.
            A measure fails when the model's median lies outside the range. {results.Count(r => r.Agrees)} of {results.Length} agree.

            | measure | outcome | months | range that agrees | model | 90% interval | agrees | published | source |
            | --- | --- | --- | ---: | ---: | ---: | --- | --- | --- |

            """);
        foreach (var r in results)
        {
            _ = text.Append($"| {r.Row.Measure} | {r.Row.Outcome} | {r.Row.Period} | {Range(r.Row)} | {Figures.Fixed(r.Model.Median)} | {Interval(r)} | {(r.Agrees ? "yes" : "**no**")} | {r.Row.Published} | {r.Row.Source} |\n");
        }

        if (results.Any(r => r.DependsOn.Count > 0))
        {
            _ = text.Append("""

                ## What each effect depends on most

                Assumed sizes are drawn from their ranges, beside the fitted parameters; rank correlation of figure and effect over replicates, above what chance gives. *assumed* marks sizes
                that nobody published. An effect without figures here depends on none of them clearly.

                | measure | outcome | depends most on |
                | --- | --- | --- |

                """);
            foreach (var r in results.Where(r => r.Row.Kind is not (EvidenceKind.MonthsBelow or EvidenceKind.Clear)))
            {
                _ = text.Append($"| {r.Row.Measure} | {r.Row.Outcome} | {string.Join("; ", r.DependsOn.Select(d => $"`{d.Path}` {Figures.Fixed(d.Correlation)}{(d.IsAssumed ? ", assumed" : string.Empty)}"))} |\n");
            }
        }

        return text.ToString();
    }

    private static string Range(EvidenceRow row) => $"{Figures.Fixed(row.Low)} to {Figures.Fixed(row.High)}";

    private static string Interval(EvidenceResult r) => r.Model.Lower == r.Model.Upper ? string.Empty : $"{Figures.Fixed(r.Model.Lower)} to {Figures.Fixed(r.Model.Upper)}";
}
