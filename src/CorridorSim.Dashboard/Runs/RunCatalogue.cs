using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;

namespace CorridorSim.Dashboard.Runs;

/// <summary>
/// The runs of a store, watched: whoever writes a run there (this program, the command line, a copy), pages hear of it
/// within a second. Folders are looked at instead of watched by the system, as that also works on network drives.
/// </summary>
public sealed class RunCatalogue : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly RunStore _store;
    private readonly Timer _timer;
    private readonly Lock _lock = new();
    private RunListing? _listing;
    private string _stamp = string.Empty;

    /// <summary>Begins to watch a store.</summary>
    public RunCatalogue(RunStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _timer = new Timer(_ => Look(), null, Interval, Interval);
    }

    /// <summary>Raised, on any thread, when runs came, went or changed.</summary>
    public event Action? Changed;

    /// <summary>The runs, newest first, and the folders that cannot be read.</summary>
    public RunListing List()
    {
        lock (_lock)
        {
            var stamp = Stamp();
            if (_listing is null || stamp != _stamp)
            {
                (_listing, _stamp) = (_store.List(), stamp);
            }

            return _listing;
        }
    }

    /// <summary>Opens a run by its identifier or the start of one.</summary>
    /// <exception cref="RunNotFoundException">No run, or more than one, answers to it.</exception>
    /// <exception cref="RunStoreException">It is damaged.</exception>
    public StoredRun Open(string reference) => _store.Open(reference);

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        bool changed;
        lock (_lock)
        {
            changed = _listing is not null && Stamp() != _stamp;
        }

        if (changed)
        {
            Changed?.Invoke();
        }
    }

    private string Stamp()
    {
        // Labels are written beside the runs; the folder itself changes with each that is written anew.
        var labels = new DirectoryInfo(Path.Combine(_store.Folder, ".labels"));
        var labelled = labels.Exists ? labels.EnumerateFiles().Select(f => f.LastWriteTimeUtc.Ticks).DefaultIfEmpty(0).Max() : 0;
        var folders = Directory.Exists(_store.Folder) ? new DirectoryInfo(_store.Folder).EnumerateDirectories() : [];
        return FormattableString.Invariant($"{labelled} {(labels.Exists ? labels.LastWriteTimeUtc.Ticks : 0)}|") + string.Join(
            '|', folders.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => FormattableString.Invariant(
                $"{f.Name} {f.LastWriteTimeUtc.Ticks} {File.GetLastWriteTimeUtc(Path.Combine(f.FullName, RunManifest.FileName)).Ticks}")));
    }
}
