using CorridorSim.Runs.Files;
using CorridorSim.Runs.Store;

namespace CorridorSim.Runs.Keeping;

/// <summary>Runs and sweeps of a store in one listing.</summary>
/// <param name="store">The store.</param>
public sealed class StoreCatalogue(RunStore store)
{
    /// <summary>Everything there is, newest first, and the folders that cannot be read.</summary>
    /// <exception cref="RunStoreException">The store itself may not be read.</exception>
    public StoreListing List()
    {
        var runs = store.List();
        var sweeps = new SweepStore(store).List();
        var entries = runs.Runs.Select(StoreEntry.Of).Concat(sweeps.Sweeps.Select(StoreEntry.Of));
        return new StoreListing(
            [.. entries.OrderByDescending(e => e.Created).ThenByDescending(e => e.Id, StringComparer.Ordinal)],
            [.. runs.Damaged.Concat(sweeps.Damaged).OrderBy(d => d.Folder, StringComparer.Ordinal)]);
    }

    /// <summary>The run or sweep that is meant, by identifier, as <c>latest</c>, by name, by the id of a sweep file, or by the start of its identifier.</summary>
    /// <exception cref="RunNotFoundException">None, or more than one, answers to the reference.</exception>
    /// <exception cref="RunStoreException">It is there but damaged.</exception>
    public StoreEntry Find(string reference)
    {
        var listing = List();
        return listing.Damaged.FirstOrDefault(d => d.Id == reference) is { } damaged
            ? throw new RunStoreException(damaged.Reason)
            : StoreReference.Find(reference, listing.Entries, e => e.Signs, listing.Damaged, "run or sweep", store);
    }

    /// <summary>Gives another name, or none to return to the first.</summary>
    public Task<RunLabels> RenameAsync(StoreEntry entry, string? name) => ChangeAsync(entry, l => l with { Name = name });

    /// <summary>Writes a note, or none to take it away.</summary>
    public Task<RunLabels> NoteAsync(StoreEntry entry, string? note) => ChangeAsync(entry, l => l with { Note = note });

    /// <summary>Adds tags, or takes them away.</summary>
    public Task<RunLabels> TagAsync(StoreEntry entry, IReadOnlyCollection<string> tags, bool remove) => ChangeAsync(
        entry, l => l with { Tags = [.. (remove ? l.Tags.Except(tags) : l.Tags.Union(tags)).Order(StringComparer.Ordinal)] });

    private Task<RunLabels> ChangeAsync(StoreEntry entry, Func<RunLabels, RunLabels> change)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return LabelFile.ChangeAsync(store.Folder, entry.Id, change);
    }
}

/// <summary>What a store holds.</summary>
/// <param name="Entries">Runs and sweeps, newest first.</param>
/// <param name="Damaged">Folders that cannot be read.</param>
public sealed record StoreListing(IReadOnlyList<StoreEntry> Entries, IReadOnlyList<DamagedRun> Damaged);
