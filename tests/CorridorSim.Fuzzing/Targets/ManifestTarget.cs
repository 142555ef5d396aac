using System.Text;
using CorridorSim.Fuzzing.Inputs;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Fuzzing.Targets;

/// <summary>Manifests of runs and sweeps that came from elsewhere: listed, opened, summed up by a question.</summary>
public sealed class ManifestTarget : IFuzzTarget
{
    private const string SweepManifest = """
        {"schema":1,"id":"s","sweep":"s","title":"t","status":"running","created":"2026-01-01T00:00:00Z","version":"1","scenario":"a","scenarioHash":"a","definitionHash":"a",
        "design":{"kind":"list","points":0,"seed":0},"factors":[{"name":"p","title":"p","path":"p","kind":"lever","base":1,"unit":"1"}],
        "columns":[{"indicator":"deaths","name":"deaths","unit":"persons","period":"2021"}],"variants":1,"replicates":1,"lanes":1,"months":1,"seed":1,"blockSize":1,"blocks":1,"blocksDone":0,"blocksReused":0,
        "elapsedSeconds":1,"resultHash":"","isPaired":true,"files":{}}
        """;

    private readonly MadeStore _made = new();
    private readonly string _runManifest;
    private readonly TextMutator _mutator;
    private readonly JsonGrammar _grammar;

    /// <summary>Inputs from the manifest of a small run and one of a sweep.</summary>
    public ManifestTarget()
    {
        _runManifest = Path.Combine(_made.Run.Folder, RunManifest.FileName);
        var text = File.ReadAllText(_runManifest);
        _mutator = new TextMutator([text, text, SweepManifest.Replace("\"id\":\"s\"", $"\"id\":\"{_made.Run.Manifest.Id}\"", StringComparison.Ordinal)]);
        _grammar = new JsonGrammar(["id", "files", "status", "created", "series", "lanes", "replicates", "variants", "design", "factors", "columns", "schema"], [_made.Run.Manifest.Id, "complete"]);
    }

    /// <inheritdoc/>
    public string Name => "manifest";

    /// <inheritdoc/>
    public string Next(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.Chance(0.8) ? _mutator.Next(random) : _grammar.Next(random);
    }

    /// <inheritdoc/>
    public async Task<bool> TryAsync(string input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        // Without a seal no reader would look further; who alters with care makes it anew.
        var text = input.Contains('}', StringComparison.Ordinal) ? ManifestSeal.Seal(input) : input;
        await File.WriteAllBytesAsync(_runManifest, Encoding.UTF8.GetBytes(text), cancellation);
        var sweepText = Path.Combine(_made.Run.Folder, StoredSweep.SweepFile);
        if (input.Contains("blocksDone", StringComparison.Ordinal))
        {
            await File.WriteAllTextAsync(sweepText, "corridorsim: 1\n", cancellation);
        }

        try
        {
            return Look(cancellation);
        }
        finally
        {
            File.Delete(sweepText);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _made.Dispose();
        return ValueTask.CompletedTask;
    }

    private bool Look(CancellationToken cancellation)
    {
        var (runs, sweeps) = (_made.Store.List(), new SweepStore(_made.Store).List());
        foreach (var damaged in runs.Damaged.Concat(sweeps.Damaged))
        {
            if (!damaged.Reason.Contains(RunManifest.FileName, StringComparison.Ordinal) || damaged.Reason.Any(char.IsControl))
            {
                throw new ImproperException($"an unclear reason: {damaged.Reason}");
            }
        }

        try
        {
            _ = new StoreQuery(_made.Store).Answer("SELECT (SELECT count(*) FROM runs) + (SELECT count(*) FROM sweeps)", cancellation);
            return runs.Runs.Count + sweeps.Sweeps.Count == 1;
        }
        catch (Exception error) when (error is QueryException or RunStoreException)
        {
            return false;
        }
    }
}
