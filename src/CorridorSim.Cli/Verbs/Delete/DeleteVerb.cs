using System.CommandLine;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Delete;
using CorridorSim.Runs.Keeping;
using CorridorSim.Runs.Store;

[assembly: Verb<DeleteVerb>(310)]

namespace CorridorSim.Cli.Verbs.Delete;

/// <summary>Throws runs and sweeps away that are named.</summary>
internal sealed class DeleteVerb : IVerb
{
    public static Command Create()
    {
        var names = new Argument<string[]>("runs") { Description = "runs and sweeps: identifier, its start, name, or latest", Arity = ArgumentArity.OneOrMore };
        var dry = new Option<bool>("--dry-run") { Description = "only say what would go" };
        var runs = StoreOption.Create();
        var json = JsonOption.Create();
        var verb = new Command("delete", "delete runs and sweeps, without asking: corridorsim delete latest --dry-run") { names, dry, runs, json };
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var store = parsed.ExactStore(runs);
            store.DemandThere();
            if (!parsed.GetValue(dry))
            {
                // What a killed process left goes even when the run that is named has gone with it.
                new StoreRemoval(store).Finish();
            }

            var listing = new StoreCatalogue(store).List();
            // All are found and looked at before the first one goes.
            var chosen = new List<RemovedEntry>();
            foreach (var name in parsed.GetValue(names)!.Distinct(StringComparer.Ordinal))
            {
                chosen.Add(RemovedEntry.Find(store, listing, name));
            }

            if (chosen.Select(c => c.Obstacle).FirstOrDefault(o => o is not null) is { } obstacle)
            {
                return await Outcome.RefuseAsync($"{obstacle}; nothing was deleted", ExitCodes.RunStore);
            }

            await RemovedEntry.RemoveAsync(store, [.. chosen.DistinctBy(c => c.Id)], parsed.GetValue(dry), parsed.GetValue(json), cancellation);
            return ExitCodes.Done;
        }));
        return verb;
    }
}

/// <summary>Something that goes: a run, a sweep, or what is left of one.</summary>
/// <param name="Id">Name of the folder.</param>
/// <param name="Entry">The run or sweep; null when it is damaged.</param>
/// <param name="Damaged">The damaged folder; null when it is sound.</param>
/// <param name="Bytes">Room that it takes.</param>
internal sealed record RemovedEntry(string Id, StoreEntry? Entry, DamagedRun? Damaged, long Bytes)
{
    /// <summary>Why it must stay; null when it may go.</summary>
    public string? Obstacle => Entry is null ? null : StoreRemoval.Obstacle(Entry);

    public static RemovedEntry Of(StoreEntry entry) => new(entry.Id, entry, null, entry.Bytes());

    /// <summary>What is meant; a damaged folder by its whole name alone.</summary>
    public static RemovedEntry Find(RunStore store, StoreListing listing, string reference) =>
        listing.Damaged.FirstOrDefault(d => Path.GetFileName(d.Folder) == reference) is { } damaged
            ? new RemovedEntry(reference, null, damaged, 0)
            : Of(new StoreCatalogue(store).Find(reference));

    /// <summary>Removes all, or only says so.</summary>
    public static async Task RemoveAsync(RunStore store, IReadOnlyList<RemovedEntry> chosen, bool dry, bool asJson, CancellationToken cancellation)
    {
        var removal = new StoreRemoval(store);
        var gone = new List<RemovedEntry>();
        foreach (var entry in chosen)
        {
            cancellation.ThrowIfCancellationRequested();
            if (dry || (entry.Damaged is { } damaged ? removal.Delete(damaged) : await removal.DeleteAsync(entry.Entry!)))
            {
                gone.Add(entry);
                await (asJson ? Task.CompletedTask : Console.Out.WriteLineAsync($"{(dry ? "would delete" : "deleted")} {entry.Id}, {Figures.Bytes(entry.Bytes)}"));
            }
        }

        if (!dry)
        {
            removal.Finish();
        }

        await (asJson
            ? JsonOutput.WriteAsync(new { IsDryRun = dry, Deleted = gone.Select(g => new { g.Id, Kind = g.Entry?.Kind ?? "damaged", g.Bytes }), Bytes = gone.Sum(g => g.Bytes) })
            : Console.Out.WriteLineAsync($"{gone.Count} {(gone.Count == 1 ? "run or sweep" : "runs and sweeps")}, {Figures.Bytes(gone.Sum(g => g.Bytes))}{(dry ? "; nothing was deleted" : string.Empty)}"));
    }
}
