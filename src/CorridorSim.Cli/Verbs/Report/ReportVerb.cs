using System.CommandLine;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Reports;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Report;
using CorridorSim.Runs.Commands;
using CorridorSim.Runs.Store;
using CorridorSim.Scenarios;
using CorridorSim.Scenarios.Diagnostics;

[assembly: Verb<ReportVerb>(100)]

namespace CorridorSim.Cli.Verbs.Report;

/// <summary>Writes runs as one HTML file that opens anywhere, also without a network.</summary>
internal sealed class ReportVerb : IVerb
{
    public static Command Create()
    {
        var references = new Argument<string[]>("runs") { Description = "runs: an identifier or its first letters, or latest; RUN:SCENARIO for one scenario of a run", Arity = ArgumentArity.OneOrMore };
        var target = new Option<string>("--out") { Description = "HTML file to write", Required = true };
        var baseline = new Option<string?>("--base") { Description = "run or RUN:SCENARIO to compare with [default: the baseline of the runs]" };
        var indicators = new Option<string[]>("--indicator") { Description = "show this indicator or pattern as well, for example mean-wait:*; may be repeated" };
        var scenarios = new Option<string>("--scenarios") { Description = "folder that the world's path starts from", DefaultValueFactory = _ => ShippedFiles.FolderName };
        var suite = new ReportSuiteOption();
        var runs = StoreOption.Create();
        var json = JsonOption.Create();
        var verb = new Command("report", "write findings, charts and assumptions to one file: corridorsim report latest --out report.html")
        {
            references, target, baseline, indicators, scenarios, runs, json,
        };
        suite.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var store = parsed.Store(runs);
            ReportedVariant Open(string reference) => ReportedVariant.Open(store, reference, parsed.GetValue(scenarios)!);
            ReportedVariant[] variants = [.. parsed.GetValue(references)!.Select(Open)];
            var path = Path.GetFullPath(parsed.GetValue(target)!);
            var known = parsed.GetValue(baseline) is { } reference ? Open(reference) : null;
            string[] storeOptions = [.. ShellText.Option("--runs", parsed.GetValue(runs), StoreOption.Usual)];
            string[] worldOptions = [.. ShellText.Option("--scenarios", parsed.GetValue(scenarios), ShippedFiles.FolderName)];
            string[] asked = [.. parsed.GetValue(indicators) ?? []];
            var command = Command(variants, known, [.. asked.SelectMany(i => ShellText.Option("--indicator", i)), .. storeOptions, .. worldOptions, .. suite.Arguments(parsed), "--out", parsed.GetValue(target)!]);
            var question = (known is null ? ReportQuestion.Of(variants, command) : new ReportQuestion(known, variants, command)) with
            {
                StoreOptions = storeOptions,
                WorldOptions = worldOptions,
                Indicators = [.. asked.SelectMany(i => new IndicatorPattern(i).InAll([.. variants.Concat(known is null ? [] : [known]).Select(v => v.Ensemble)])).Distinct()],
            };
            if (question.Obstacle is { } obstacle)
            {
                return await Outcome.RefuseAsync(obstacle, ExitCodes.InvalidInput);
            }

            if (question.Indicators.Count > ReportQuestion.MostIndicators)
            {
                return await Outcome.RefuseAsync($"--indicator names {question.Indicators.Count} indicators; a report shows at most {ReportQuestion.MostIndicators}: name fewer, or write all to a table with export", ExitCodes.InvalidInput);
            }

            var bag = new DiagnosticBag();
            var told = await suite.RunAsync(parsed, parsed.GetValue(json), bag, cancellation);
            return bag.HasErrors ? await Outcome.InvalidAsync(bag) : await WriteAsync(question with { Suite = told }, path, parsed.GetValue(json));
        }));
        return verb;
    }

    private static async Task<int> WriteAsync(ReportQuestion question, string path, bool asJson)
    {
        var page = RunReportPage.Write(question);
        OutputFile.Write(path, page);
        var document = new
        {
            File = path,
            Bytes = new FileInfo(path).Length,
            Base = question.Base is { } known ? $"{known.Run.Manifest.Id}:{known.Name}" : null,
            Runs = question.Subjects.Select(s => $"{s.Run.Manifest.Id}:{s.Name}"),
        };
        await (asJson ? JsonOutput.WriteAsync(document) : Console.Out.WriteLineAsync(path));
        return ExitCodes.Done;
    }

    /// <summary>Whole identifiers instead of <c>latest</c> and beginnings, so that the command means the same tomorrow.</summary>
    private static string Command(IEnumerable<ReportedVariant> variants, ReportedVariant? known, string[] options) =>
        ShellText.Command(["report", .. variants.Select(Reference), .. ShellText.Option("--base", known is null ? null : Reference(known)), .. options]);

    private static string Reference(ReportedVariant variant) =>
        variant.Name == variant.Run.Manifest.Variants[0] ? variant.Run.Manifest.Id : $"{variant.Run.Manifest.Id}:{variant.Name}";
}
