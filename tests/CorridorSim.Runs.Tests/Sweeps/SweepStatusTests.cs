using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Sweeps;
using CorridorSim.Runs.Tables;
using CorridorSim.Runs.Tests.Proof;

namespace CorridorSim.Runs.Tests.Sweeps;

/// <summary>What a store says of sweeps that are not finished, whatever their manifests say.</summary>
public sealed class SweepStatusTests : IDisposable
{
    private const int Before = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-status-").FullName;

    private SweepStore Store => new(new RunStore(_folder));

    private StoredSweep Sweep => Store.List().Sweeps.Single();

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_sweep_at_work_is_running_with_the_blocks_of_its_journal()
    {
        (string Status, bool CanBeResumed, int Blocks)? seen = null;
        using var engine = new StoppingEngine(Before, () => seen = (Sweep.Manifest.Status, Sweep.Manifest.CanBeResumed, Sweep.Manifest.BlocksDone));

        await RunAsync(engine);

        // The block that looked is not written yet.
        Assert.Equal((SweepStatus.Running, false, Before - 1), seen);
        Assert.Equal((SweepStatus.Complete, false), (Sweep.Manifest.Status, Sweep.Manifest.CanBeResumed));
    }

    [Fact]
    public async Task A_sweep_whose_process_was_killed_is_interrupted_wherever_one_asks()
    {
        await RunAsync(new StoppingEngine(Before));
        Kill();

        var sweep = Sweep;

        Assert.Equal((SweepStatus.Interrupted, true, Before), (sweep.Manifest.Status, sweep.Manifest.CanBeResumed, sweep.Manifest.BlocksDone));
        Assert.Equal(SweepStatus.Interrupted, Store.Open("places").Manifest.Status);
        Assert.Equal([SweepStatus.Interrupted, Before], new StoreQuery(new RunStore(_folder)).Answer("select status, blocks_done from sweeps").Rows.Single());
    }

    [Fact]
    public async Task A_stopped_sweep_that_somebody_takes_up_again_is_running_before_its_first_block()
    {
        await RunAsync(new StoppingEngine(Before));
        Assert.Equal(SweepStatus.Stopped, Sweep.Manifest.Status);

        await using (await SweepLock.TakeAsync(Sweep))
        {
            Assert.Equal((SweepStatus.Running, false), (Sweep.Manifest.Status, Sweep.Manifest.CanBeResumed));
        }

        Assert.Equal(SweepStatus.Stopped, Sweep.Manifest.Status);
    }

    [Fact]
    public async Task An_interrupted_sweep_goes_on_to_its_end()
    {
        await RunAsync(new StoppingEngine(Before));
        Kill();

        using var rest = new StoppingEngine();
        await RunAsync(rest);

        Assert.Equal((SweepStatus.Complete, Sweep.Manifest.Blocks, Sweep.Manifest.Blocks - Before), (Sweep.Manifest.Status, Sweep.Manifest.BlocksDone, rest.Done));
    }

    [Fact]
    public async Task Who_only_looks_keeps_nobody_from_going_on()
    {
        await RunAsync(new StoppingEngine(Before));
        using var engine = new StoppingEngine();
        Task run;
        await using (new FileStream(Sweep.PathOf(StoredSweep.LockFile), FileMode.Open, FileAccess.Read, FileShare.Read))
        {
            run = RunAsync(engine);
        }

        await run;

        Assert.Equal(SweepStatus.Complete, Sweep.Manifest.Status);
    }

    [Fact]
    public async Task The_pulse_changes_when_a_sweep_comes_gets_on_ends_or_is_given_up()
    {
        List<string> pulses = [Store.Pulse()];
        await RunAsync(new StoppingEngine(2));
        pulses.Add(Store.Pulse());
        Assert.Equal(pulses[^1], Store.Pulse());
        await using (await SweepLock.TakeAsync(Sweep))
        {
            pulses.Add(Store.Pulse());
        }

        await RunAsync(new StoppingEngine(3, () => pulses.Add(Store.Pulse())));
        pulses.Add(Store.Pulse());

        Assert.Equal(pulses, pulses.Distinct());
    }

    /// <summary>What a kill leaves of a sweep that was stopped: a manifest that says it is at work.</summary>
    private void Kill()
    {
        Forgery.Edit(Sweep.Folder, m => m["status"] = SweepStatus.Running, seals: true);
    }

    private async Task RunAsync(StoppingEngine engine)
    {
        var options = new SweepOptions { Resume = true, Runner = new RunnerOptions { BlockSize = 8, Concurrency = 1 } };
        try
        {
            await new SweepRunner(new Runner(engine), Store).RunAsync(SmallSweep.Of(), options, null, engine.Stop);
        }
        catch (SweepStoppedException)
        {
            // It was to be stopped.
        }
    }
}
