using CorridorSim.Model.Engine;
using CorridorSim.Model.Post;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Runs.Tests.Folders;

public sealed class RunWriterTests : IDisposable
{
    private readonly StoredResult _stored = new();

    [Fact]
    public void A_stored_run_reads_back_every_value_to_the_last_bit()
    {
        var reader = new RunReader(_stored.Run);
        var plan = _stored.Result.Plan;

        for (var s = 0; s < plan.Series.Count; s++)
        {
            var lanes = reader.Read(plan.Series[s].Key);
            for (var lane = 0; lane < plan.Experiment.Lanes; lane++)
            {
                Assert.Equal(_stored.Result.Lane(s, lane), lanes[lane]);
            }
        }

        Assert.Equal(plan.Series.Select(s => s.Key).ToHashSet(), reader.Series().Select(s => s.Key).ToHashSet());
    }

    [Fact]
    public void A_stored_run_has_the_designed_files()
    {
        var files = _stored.Run.Manifest.Files.Keys;

        Assert.Contains("scenario.yaml", files);
        Assert.Contains("geography.json", files);
        Assert.Contains("lanes.parquet", files);
        Assert.Contains("summary.parquet", files);
        Assert.Contains("events.parquet", files);
        Assert.Equal(
            _stored.Result.Plan.Series.Select(s => $"series/{s.Key.Variable}.parquet").ToHashSet(),
            files.Where(f => f.StartsWith("series/", StringComparison.Ordinal)).ToHashSet());
        Assert.Equal(StoredResult.ScenarioText, _stored.Run.ReadScenario());
        Assert.Equal(_stored.Result.Hash, _stored.Run.Manifest.ResultHash);
    }

    [Fact]
    public void A_stopped_write_leaves_nothing_behind()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var before = Directory.GetFileSystemEntries(_stored.Store.Folder);

        Assert.ThrowsAny<OperationCanceledException>(
            () => new RunWriter(_stored.Store).Write(_stored.Result, StoredResult.Description, source.Token));

        Assert.Equal(before, Directory.GetFileSystemEntries(_stored.Store.Folder));
    }

    [Fact]
    public void A_store_that_cannot_be_written_is_one_clear_line()
    {
        var file = Path.Combine(_stored.Store.Folder, "plain-file");
        File.WriteAllText(file, string.Empty);

        var error = Assert.Throws<RunStoreException>(
            () => new RunWriter(new RunStore(file)).Write(_stored.Result, StoredResult.Description));

        Assert.StartsWith(file, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_failed_lane_is_named_and_its_values_are_kept_out()
    {
        var failure = new LaneFailure(3, "TRA", 5, "the ledger does not close");
        var blocks = _stored.Result.Blocks.Select((b, i) => i == 0 ? b with { Failures = [failure] } : b).ToArray();

        var run = new RunWriter(_stored.Store).Write(_stored.Result with { Blocks = blocks }, StoredResult.Description);

        Assert.Equal(RunManifest.SomeLanesFailed, run.Manifest.Status);
        Assert.Equal(failure, Assert.Single(run.Manifest.Failures));
        var lanes = new RunReader(run).Read(_stored.Result.Plan.Series[0].Key);
        Assert.All(lanes[3], value => Assert.Equal(double.NaN, value));
        Assert.All(lanes[4], value => Assert.NotEqual(double.NaN, value));
    }

    public void Dispose() => _stored.Dispose();
}
