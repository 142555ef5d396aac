using System.CommandLine;
using System.Globalization;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Terminal;
using CorridorSim.Cli.Verbs.Label;
using CorridorSim.Cli.Verbs.List;
using CorridorSim.Cli.Verbs.Prune;
using CorridorSim.Runs.Keeping;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;

[assembly: Verb<ListVerb>(230)]

namespace CorridorSim.Cli.Verbs.List;

/// <summary>Lists runs and sweeps, newest first, and says which are damaged.</summary>
internal sealed class ListVerb : IVerb
{
    private const int MaxName = 40;

    public static Command Create()
    {
        var scenario = new Option<string?>("--scenario") { Description = "only this scenario" };
        var tag = new Option<string?>("--tag") { Description = "only what has this tag" };
        var since = Strict.Date("--since", "only what was written on this day (UTC) or later, such as 2026-05-01");
        var kind = KindOption.Create();
        var runs = StoreOption.Create();
        var json = JsonOption.Create();
        var verb = new Command("list", "list runs and sweeps, newest first") { scenario, tag, since, kind, runs, json };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            var store = parsed.Store(runs);
            store.DemandThere();
            var listing = new StoreCatalogue(store).List();
            StoreEntry[] chosen =
            [
                .. listing.Entries.Where(e =>
                    (parsed.GetValue(scenario) is not { } s || e.Scenario == s) && (parsed.GetValue(tag) is not { } t || e.Labels.Tags.Contains(t))
                    && (parsed.GetValue(since) is not { } day || e.Created >= day) && (parsed.GetValue(kind) is not { } k || e.Kind == k)),
            ];
            DamagedRun[] damaged = [.. listing.Damaged, .. chosen.Where(e => e.TableFault is not null).Select(e => new DamagedRun(e.Folder, e.TableFault!))];
            await (parsed.GetValue(json) ? WriteJsonAsync(chosen, damaged) : WriteTextAsync(chosen));
            await Outcome.TellDamagedAsync(damaged);
            return ExitCodes.Done;
        }));
        return verb;
    }

    private static async Task WriteTextAsync(StoreEntry[] entries)
    {
        if (entries.Length == 0)
        {
            return;
        }

        var table = new TextTable(
            new TextColumn("id", IsRight: false), new TextColumn("kind", IsRight: false, MayGo: true), new TextColumn("written (UTC)", IsRight: false, MayGo: true),
            new TextColumn("status", IsRight: false), new TextColumn("lanes", MayGo: true), new TextColumn("months", MayGo: true), new TextColumn("disk"),
            new TextColumn("name", IsRight: false, MayGo: true), new TextColumn("tags", IsRight: false, MayGo: true));
        var total = 0L;
        foreach (var entry in entries)
        {
            var bytes = entry.Bytes();
            total += bytes;
            table.Row(
                entry.Id,
                entry.Kind,
                entry.Created.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                Status(entry),
                entry.Lanes.ToString(CultureInfo.InvariantCulture),
                entry.Months.ToString(CultureInfo.InvariantCulture),
                Figures.Bytes(bytes),
                Short(entry.Name ?? string.Empty),
                string.Join(' ', entry.Labels.Tags));
        }

        await Console.Out.WriteAsync(table.Render(Screen.Width));
        await Console.Out.WriteLineAsync($"{entries.Length} in all, {Figures.Bytes(total)}");
        if (entries.Count(e => e.Sweep?.Manifest.CanBeResumed == true) is > 0 and var left)
        {
            await Console.Out.WriteLineAsync($"{left} {(left == 1 ? "sweep" : "sweeps")} can be resumed: corridorsim sweep FILE --resume");
        }
    }

    private static string Status(StoreEntry entry) => entry switch
    {
        { TableFault: not null } => "damaged",
        { Sweep.Manifest: { IsFinished: false } sweep } => $"{sweep.Status}, {sweep.BlocksDone} of {sweep.Blocks} blocks",
        _ => entry.Status,
    };

    private static string Short(string name) => name.Length <= MaxName ? name : string.Concat(name.AsSpan(0, MaxName - 3), "...");

    private static Task WriteJsonAsync(StoreEntry[] entries, DamagedRun[] damaged) => JsonOutput.WriteAsync(new
    {
        Runs = entries.Where(e => e.Run is not null).Select(e => Summary(e, e.Run!.Manifest)),
        Sweeps = entries.Where(e => e.Sweep is not null).Select(e => Summary(e, e.Sweep!.Manifest)),
        Damaged = damaged,
    });

    private static object Summary(StoreEntry entry, SweepManifest sweep) => new
    {
        RunId = sweep.Id,
        sweep.Id,
        entry.Folder,
        entry.Name,
        entry.Labels.Note,
        entry.Labels.Tags,
        sweep.Sweep,
        sweep.Scenario,
        Design = sweep.Design.Kind,
        sweep.Status,
        sweep.Variants,
        sweep.Replicates,
        sweep.Lanes,
        sweep.Blocks,
        sweep.BlocksDone,
        sweep.ResultHash,
        sweep.Created,
        Bytes = entry.Bytes(),
    };

    private static object Summary(StoreEntry entry, RunManifest run) => new
    {
        run.Id,
        entry.Folder,
        run.Status,
        entry.Name,
        entry.Labels.Note,
        entry.Labels.Tags,
        run.Scenario,
        run.ScenarioHash,
        run.ResultHash,
        run.Variants,
        run.Replicates,
        run.Lanes,
        run.From,
        run.Months,
        run.Created,
        Bytes = entry.Bytes(),
    };
}
