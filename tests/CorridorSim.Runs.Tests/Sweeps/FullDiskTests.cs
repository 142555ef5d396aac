using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Sweeps;

namespace CorridorSim.Runs.Tests.Sweeps;

/// <summary>
/// A full disk, file by file: the file is a link to /dev/full, which the system refuses to write with "no space left", whoever
/// writes and wherever the tests run. Space is back when the link is gone.
/// </summary>
public sealed class FullDiskTests : IDisposable
{
    private const int BlockSize = 8;
    private const int Before = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-full-").FullName;

    private SweepStore Store => new(new RunStore(Path.Combine(_folder, "full")));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("blocks/000005.parquet.tmp")]
    [InlineData("blocks.jsonl.tmp")]
    [InlineData("manifest.json.tmp")]
    [InlineData("outcomes.parquet.tmp")]
    public async Task A_sweep_on_a_full_disk_ends_with_one_clear_line_and_resumes_when_there_is_space(string file)
    {
        var undisturbed = await RunAsync(new SweepStore(new RunStore(Path.Combine(_folder, "roomy"))), int.MaxValue);
        Assert.Null(await RunAsync(Store, Before));
        var full = Path.Combine(Store.List().Sweeps.Single().Folder, file);
        File.CreateSymbolicLink(full, "/dev/full");

        var refusal = await Assert.ThrowsAsync<RunStoreException>(() => RunAsync(Store, int.MaxValue));
        var left = Store.List().Sweeps.Single().Manifest;
        File.Delete(full);
        var whole = await RunAsync(Store, int.MaxValue);

        Assert.Contains("No space left on device", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("then continue with --resume.", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.True(left.CanBeResumed, left.Status);
        Assert.Equal((SweepStatus.Complete, undisturbed!.Manifest.ResultHash), (whole!.Manifest.Status, whole.Manifest.ResultHash));
        Assert.Equal(Enumerable.Range(0, whole.Manifest.Blocks), whole.ReadJournal().Select(e => e.Block));
    }

    [Fact]
    public async Task A_journal_that_fills_the_disk_in_the_middle_of_a_sweep_loses_nothing()
    {
        var undisturbed = await RunAsync(new SweepStore(new RunStore(Path.Combine(_folder, "roomy"))), int.MaxValue);
        using var engine = new StoppingEngine(Before, () =>
        {
            var journal = Path.Combine(Store.List().Sweeps.Single().Folder, SweepJournal.FileName);
            File.Move(journal, journal + ".kept");
            File.CreateSymbolicLink(journal, "/dev/full");
        });

        var refusal = await Assert.ThrowsAsync<RunStoreException>(() => RunAsync(Store, engine));
        var full = Path.Combine(Directory.GetDirectories(Store.Folder).Single(), SweepJournal.FileName);
        File.Move(full + ".kept", full, overwrite: true);
        var left = Store.List().Sweeps.Single().Manifest;
        var whole = await RunAsync(Store, int.MaxValue);

        Assert.Contains("No space left on device", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(SweepStatus.Interrupted, left.Status);
        Assert.Equal(undisturbed!.Manifest.ResultHash, whole!.Manifest.ResultHash);
        Assert.Equal(Enumerable.Range(0, whole.Manifest.Blocks), whole.ReadJournal().Select(e => e.Block));
    }

    [Fact]
    public async Task A_sweep_whose_folder_became_read_only_says_so()
    {
        Assert.Null(await RunAsync(Store, Before));
        var held = Store.List().Sweeps.Single().PathOf(StoredSweep.LockFile);
        File.Delete(held);
        // Nobody may write a folder as if it were a file, root neither: the system's answer is that of a read-only folder.
        Directory.CreateDirectory(held);

        var refusal = await Assert.ThrowsAsync<RunStoreException>(() => RunAsync(Store, int.MaxValue));

        Assert.Contains("is denied); make room or mend its rights", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<StoredSweep?> RunAsync(SweepStore store, int blocks)
    {
        using var engine = new StoppingEngine(blocks);
        return await RunAsync(store, engine);
    }

    private static async Task<StoredSweep?> RunAsync(SweepStore store, StoppingEngine engine)
    {
        var options = new SweepOptions { Resume = true, Runner = new RunnerOptions { BlockSize = BlockSize, Concurrency = 1 } };
        try
        {
            return await new SweepRunner(new Runner(engine), store).RunAsync(SmallSweep.Of(), options, null, engine.Stop);
        }
        catch (SweepStoppedException)
        {
            return null;
        }
    }
}
