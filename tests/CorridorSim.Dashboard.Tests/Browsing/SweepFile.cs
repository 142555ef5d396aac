using CorridorSim.Dashboard.Sweeps;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;
using DuckDB.NET.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>A sweep file in the folder of scenarios: two levers of the shipped example. It and its sweeps are removed at the end.</summary>
internal sealed class SweepFile : IAsyncDisposable
{
    public const string Grid = "{ kind: grid }";
    public const int GridPoints = 42;

    private readonly DashboardServer _server;
    private readonly string _id;

    /// <summary>Writes the file.</summary>
    /// <param name="server">The dashboard.</param>
    /// <param name="id">Identifier and name of the file.</param>
    /// <param name="design">Design; factors have values on a grid, else ranges.</param>
    /// <param name="replicates">Replicates of each point.</param>
    public SweepFile(DashboardServer server, string id, string design = Grid, int replicates = 8)
    {
        (_server, _id) = (server, id);
        var (places, protection) = design == Grid
            ? ("values: [0, 250, 500, 750, 1000, 1250, 1500]", "values: [0, 200, 400, 600, 800, 1000]")
            : ("range: [0, 1500]", "range: [0, 1000]");
        File.WriteAllText(FilePath, $$"""
            corridorsim: 1
            id: {{id}}
            title: Two levers in {{id}}
            base: us-panama-2022.yaml
            factors:
              places:
                path: agreements.us-panama.provisions.referrals.places-per-month
                kind: lever
                label: referral places
                {{places}}
              protection:
                path: agreements.us-panama.provisions.protection.places-per-month
                kind: lever
                label: protection places
                {{protection}}
            design: {{design}}
            replicates: {{replicates}}
            """);
    }

    private string FilePath => Path.Combine(_server.ScenariosFolder, $"{_id}.sweep.yaml");

    private SweepJobs Jobs => _server.Services.GetRequiredService<SweepJobs>();

    /// <summary>The sweep in the store.</summary>
    public StoredSweep Stored => new SweepStore(new RunStore(_server.RunsFolder)).Open(_id);

    /// <summary>Runs it to its end and returns its identifier.</summary>
    public async Task<string> RunAsync()
    {
        var job = Jobs.Start(_id);
        await EndedAsync(job);
        return job.StoredId ?? throw new InvalidOperationException($"The sweep ended as {job.State}: {job.Failure}");
    }

    /// <summary>Makes of a finished sweep what a killed process leaves behind: some blocks, and a manifest that says it is at work.</summary>
    /// <param name="blocks">Blocks that are left.</param>
    /// <returns>The lines of the journal for the blocks that are gone.</returns>
    public string Interrupt(int blocks)
    {
        var sweep = Stored;
        var journal = sweep.PathOf(SweepJournal.FileName);
        var lines = File.ReadAllLines(journal);
        // First the manifest: a finished sweep without its table counts as damaged.
        Rewrite(m => m.Replace("\"status\": \"complete\"", "\"status\": \"running\"", StringComparison.Ordinal));
        File.Delete(sweep.PathOf(StoredSweep.OutcomesFile));
        File.WriteAllLines(journal, lines[..blocks]);
        return string.Join('\n', lines[blocks..]) + "\n";
    }

    /// <summary>Takes simulated histories out of a finished sweep, as if they had failed.</summary>
    /// <param name="lanes">Their lanes.</param>
    /// <param name="change">What else the manifest then says.</param>
    public void Lose(int[] lanes, Func<string, string> change)
    {
        var table = Stored.PathOf(StoredSweep.OutcomesFile);
        var left = table + ".left";
        using (var connection = new DuckDBConnection("DataSource=:memory:"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"COPY (SELECT * FROM read_parquet('{table}') WHERE lane NOT IN ({string.Join(", ", lanes)})) TO '{left}' (FORMAT parquet)";
            command.ExecuteNonQuery();
        }

        var (before, after) = (SweepJournal.ChecksumOf(table), SweepJournal.ChecksumOf(left));
        Rewrite(m => change(m).Replace(before, after, StringComparison.Ordinal));
        File.Move(left, table, overwrite: true);
    }

    /// <summary>Changes the manifest.</summary>
    public void Rewrite(Func<string, string> change)
    {
        var manifest = Stored.PathOf(RunManifest.FileName);
        File.WriteAllText(manifest, ManifestText.Change(File.ReadAllText(manifest), change));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var job in Jobs.All.Where(j => j.File == _id && j.IsActive))
        {
            job.Stop();
            await EndedAsync(job);
        }

        File.Delete(FilePath);
        foreach (var folder in Directory.GetDirectories(_server.RunsFolder, $"{_id}-*").Where(f => File.Exists(Path.Combine(f, StoredSweep.SweepFile))))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task EndedAsync(SweepJob job)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (!job.IsActive)
            {
                ended.TrySetResult();
            }
        }

        Jobs.Changed += Look;
        Look();
        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);
        Jobs.Changed -= Look;
    }
}
