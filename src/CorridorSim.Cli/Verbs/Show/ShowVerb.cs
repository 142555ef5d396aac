using System.CommandLine;
using System.Globalization;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Status;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Label;
using CorridorSim.Cli.Verbs.Show;
using CorridorSim.Cli.Verbs.Sweep;
using CorridorSim.Runs.Keeping;
using CorridorSim.Runs.Store;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

[assembly: Verb<ShowVerb>(240)]

namespace CorridorSim.Cli.Verbs.Show;

/// <summary>Prints what a stored run is and what it found.</summary>
internal sealed class ShowVerb : IVerb
{
    public static Command Create()
    {
        var run = EntryArgument.Create();
        var runs = StoreOption.Create();
        var all = new Option<bool>("--all") { Description = "every indicator on a line of its own" };
        var json = JsonOption.Create();
        var verb = new Command("show", "print a stored run or sweep: corridorsim show latest") { run, runs, all, json };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            var store = parsed.Store(runs);
            var entry = new StoreCatalogue(store).Find(parsed.GetValue(run)!);
            if (entry.ReadFault is { } fault)
            {
                return await Outcome.RefuseAsync(fault, ExitCodes.RunStore);
            }

            if (entry.Sweep is { } sweep)
            {
                await SweepReport.ShowAsync(sweep, parsed.GetValue(json));
                return ExitCodes.Done;
            }

            var stored = entry.Run!;
            if (parsed.GetValue(json))
            {
                await JsonOutput.WriteAsync(new
                {
                    stored.Folder,
                    entry.Name,
                    entry.Labels.Note,
                    entry.Labels.Tags,
                    stored.Manifest,
                    Headline = Headline.Values(new StoredEnsemble(stored)).Select(EffectJson.Of),
                    Agreements = StatusLines.Json(Status(stored)),
                });
                return ExitCodes.Done;
            }

            await WriteAsync(entry, parsed.GetValue(all));
            return ExitCodes.Done;
        }));
        return verb;
    }

    /// <summary>What became of the agreements; where their places are is known while the world of the run is found.</summary>
    private static IReadOnlyList<AgreementStatus> Status(StoredRun run)
    {
        var baseline = run.Manifest.Variants.Count == 2 ? new StoredEnsemble(run, 1) : null;
        var compiled = CompiledScenario.OfRun(run.ReadScenario(), Directory.GetCurrentDirectory(), new DiagnosticBag());
        return new StatusReader(new StoredEnsemble(run), baseline, compiled?.Experiment.World).Read();
    }

    private static async Task WriteAsync(StoreEntry entry, bool showsAll)
    {
        var run = entry.Run!;
        var manifest = run.Manifest;
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{manifest.Id}: {manifest.Status}, {manifest.Replicates} replicates of {manifest.Months} months from {manifest.From}, seed {manifest.Seed}"));
        foreach (var (word, text) in new[] { ("name", entry.Name), ("note", entry.Labels.Note), ("tags", string.Join(", ", entry.Labels.Tags)) }.Where(l => !string.IsNullOrEmpty(l.Item2)))
        {
            await Console.Out.WriteLineAsync($"{word}: {text!.ReplaceLineEndings(" ")}");
        }

        foreach (var change in manifest.Changes)
        {
            await Console.Out.WriteLineAsync($"changed: {PrintableText.Of(change.Words)}");
        }

        await Console.Out.WriteLineAsync($"variants: {string.Join(", ", manifest.Variants)}");
        await Console.Out.WriteLineAsync();
        var scenario = new StoredEnsemble(run);
        var places = WorldWords.Of(scenario);
        var table = new HeadlineTable(showsAll, places);
        if (manifest.Variants.Count == 2)
        {
            var comparison = new Comparison(new StoredEnsemble(run, 1), scenario);
            await Console.Out.WriteLineAsync($"effect: {manifest.Variants[0]} compared with {manifest.Variants[1]}");
            await Console.Out.WriteAsync(table.Effects(comparison.Headline.Zip(comparison.OnHeadline())));
        }
        else
        {
            await Console.Out.WriteAsync(table.Levels(Headline.Of(scenario).Zip(Headline.Values(scenario))));
        }

        await Console.Out.WriteLineAsync();
        await Console.Out.WriteAsync(StatusLines.Text(Status(run), new StatusWords(places)));
        await Console.Out.WriteLineAsync($"folder  {Path.GetRelativePath(Directory.GetCurrentDirectory(), run.Folder)}");
        await Console.Out.WriteLineAsync($"result  {manifest.ResultHash}");
    }
}
