using System.CommandLine;
using System.Globalization;
using CorridorSim.Cli.Reports;
using CorridorSim.Runs.Folders;
using CorridorSim.Runs.Sweeps;

namespace CorridorSim.Cli.Verbs;

/// <summary>Lists the runs, newest first, and says which are damaged.</summary>
internal static class ListVerb
{
    public static Command Create()
    {
        var runs = StoreOption.Create();
        var json = JsonOption.Create();
        var verb = new Command("list", "list the runs, newest first") { runs, json };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            var listing = new RunStore(parsed.GetValue(runs)!).List();
            var sweeps = new SweepStore(new RunStore(parsed.GetValue(runs)!)).List();
            if (parsed.GetValue(json))
            {
                await JsonOutput.WriteAsync(new
                {
                    Runs = listing.Runs.Select(Summary),
                    Sweeps = sweeps.Sweeps.Select(Summary),
                    Damaged = listing.Damaged.Concat(sweeps.Damaged),
                });
                return ExitCodes.Done;
            }

            if (listing.Runs.Count > 0)
            {
                await Console.Out.WriteAsync(Table(listing.Runs).Render(Screen.Width));
            }

            foreach (var sweep in sweeps.Sweeps)
            {
                await Console.Out.WriteLineAsync(
                    $"{sweep.Manifest.Id}  {sweep.Manifest.Status}  {sweep.Manifest.Lanes} lanes  sweep, {sweep.Manifest.BlocksDone} of {sweep.Manifest.Blocks} blocks{(sweep.Manifest.CanBeResumed ? ", can be resumed" : string.Empty)}");
            }

            foreach (var damaged in listing.Damaged.Concat(sweeps.Damaged))
            {
                await Console.Error.WriteLineAsync($"damaged: {damaged.Folder}: {damaged.Reason}");
            }

            return ExitCodes.Done;
        }));
        return verb;
    }

    private static object Summary(StoredSweep sweep) => new
    {
        RunId = sweep.Manifest.Id,
        sweep.Manifest.Sweep,
        sweep.Manifest.Scenario,
        Design = sweep.Manifest.Design.Kind,
        sweep.Manifest.Status,
        sweep.Manifest.Variants,
        sweep.Manifest.Replicates,
        sweep.Manifest.Lanes,
        sweep.Manifest.Blocks,
        sweep.Manifest.BlocksDone,
        sweep.Manifest.ResultHash,
    };

    private static TextTable Table(IReadOnlyList<StoredRun> runs)
    {
        var table = new TextTable(
            new TextColumn("run", IsRight: false), new TextColumn("written", IsRight: false, MayGo: true), new TextColumn("status", IsRight: false),
            new TextColumn("lanes"), new TextColumn("months"), new TextColumn("name", IsRight: false, MayGo: true));
        foreach (var run in runs.Select(r => r.Manifest))
        {
            table.Row(
                run.Id,
                run.Created.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                run.Status,
                run.Lanes.ToString(CultureInfo.InvariantCulture),
                run.Months.ToString(CultureInfo.InvariantCulture),
                run.Name ?? string.Empty);
        }

        return table;
    }

    private static object Summary(StoredRun run) => new
    {
        run.Manifest.Id,
        run.Folder,
        run.Manifest.Status,
        run.Manifest.Name,
        run.Manifest.Scenario,
        run.Manifest.ScenarioHash,
        run.Manifest.ResultHash,
        run.Manifest.Variants,
        run.Manifest.Replicates,
        run.Manifest.Lanes,
        run.Manifest.From,
        run.Manifest.Months,
        run.Manifest.Created,
    };
}
