using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;

namespace CorridorSim.Runs.Tables;

/// <summary>Writes run folders: aside first, then renamed, so that a folder is there whole or not at all.</summary>
/// <param name="store">Where runs are kept.</param>
/// <param name="clock">Tells when a run was written.</param>
public sealed class RunWriter(RunStore store, TimeProvider? clock = null)
{
    /// <summary>Writes a finished experiment.</summary>
    /// <exception cref="RunStoreException">The store cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; nothing is left behind.</exception>
    public StoredRun Write(ExperimentResult result, RunDescription description, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(description);
        var created = (clock ?? TimeProvider.System).GetUtcNow();
        // The hash takes about as long as the opening of the database.
        var opening = Task.Run(() => new RunTables(result), CancellationToken.None);
        var name = RunId.Of(description.Scenario, created, result.Hash);
        using var span = RunInstruments.StartFolder("store", name);
        try
        {
            using var tables = opening.GetAwaiter().GetResult();
            while (true)
            {
                // The identifier stands in every table: who finds the name taken at the end writes them again under the next.
                if (Write(tables, result, description, name, created, cancellation) is { } stored)
                {
                    return stored;
                }
            }
        }
        catch (Exception error) when (StoreFault.Is(error))
        {
            throw new RunStoreException($"{store.Folder}: cannot write the run ({StoreFault.Words(error)}); make room or give another folder.", error);
        }
    }

    private StoredRun? Write(
        RunTables tables, ExperimentResult result, RunDescription description, string name, DateTimeOffset created, CancellationToken cancellation)
    {
        using var place = new AsideFolder(store.Folder, name);
        var (id, aside) = (place.Name, place.Path);
        var manifest = RunFiles.Write(aside, tables, result, description, id, created, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return place.TryPublish() ? new StoredRun(Path.Combine(store.Folder, id), manifest) : null;
    }
}
