using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Cluster;
using CorridorSim.Model.Inputs;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Sweeps;
using CorridorSim.Runs.Tables;
using CorridorSim.Runs.Tests.Running;

namespace CorridorSim.Runs.Tests.Sweeps;

public sealed class SweepRunnerTests : IDisposable
{
    private const int BlockSize = 8;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-sweeps-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(8)]
    [InlineData(17)]
    [InlineData(256)]
    public async Task Block_size_leaves_the_result_hash_unchanged(int blockSize)
    {
        var undisturbed = await RunAsync(SmallSweep.Of(), Store("a"));
        var other = await RunAsync(SmallSweep.Of(), Store("b"), blockSize);

        Assert.Equal(undisturbed.Manifest.ResultHash, other.Manifest.ResultHash);
        Assert.Equal(SweepStatus.Complete, other.Manifest.Status);
    }

    [Fact]
    public async Task A_sweep_stopped_again_and_again_ends_with_the_hash_of_an_undisturbed_one_and_no_block_twice()
    {
        var definition = SmallSweep.Of();
        var undisturbed = await RunAsync(definition, Store("a"));
        var store = Store("b");
        var simulated = 0;
        StoredSweep? sweep = null;
        for (var stops = 0; sweep is null; stops++)
        {
            Assert.InRange(stops, 0, 12);
            using var engine = new StoppingEngine(blocks: 2);
            sweep = await TryAsync(definition, store, engine, resume: true);
            simulated += engine.Done;
        }

        Assert.Equal(undisturbed.Manifest.ResultHash, sweep.Manifest.ResultHash);
        Assert.Equal(Enumerable.Range(0, 12), sweep.ReadJournal().Select(e => e.Block));
        Assert.Single(store.List().Sweeps);
        Assert.InRange(simulated, 12, 12 + 12);
    }

    [Fact]
    public async Task A_block_of_a_sweep_that_turned_out_false_is_written_again_and_stands_once_in_the_journal()
    {
        var undisturbed = await RunAsync(SmallSweep.Of(), Store("a"));

        var options = new SweepOptions { Runner = new RunnerOptions { BlockSize = BlockSize, Concurrency = 2 } };
        var sweep = await new SweepRunner(new Runner(new LyingEngine(16)), Store("b")).RunAsync(SmallSweep.Of(), options, null, Cancellation);

        Assert.Equal(undisturbed.Manifest.ResultHash, sweep.Manifest.ResultHash);
        Assert.Equal(Enumerable.Range(0, 12), sweep.ReadJournal().Select(e => e.Block));
        Assert.Equal(12, File.ReadAllLines(Path.Combine(sweep.Folder, SweepJournal.FileName)).Length);
    }

    [Theory]
    [InlineData("a torn line")]
    [InlineData("a block without its line")]
    [InlineData("a line without its block")]
    [InlineData("an altered block")]
    [InlineData("a block half written")]
    public async Task What_a_killed_process_left_behind_is_made_good(string remains)
    {
        var definition = SmallSweep.Of();
        var undisturbed = await RunAsync(definition, Store("a"));
        var store = Store("b");
        using (var engine = new StoppingEngine(blocks: 5))
        {
            Assert.Null(await TryAsync(definition, store, engine, resume: false));
        }

        Disturb(store.List().Sweeps.Single().Folder, remains);
        using var second = new StoppingEngine();
        var sweep = await TryAsync(definition, store, second, resume: true);

        Assert.Equal(undisturbed.Manifest.ResultHash, sweep!.Manifest.ResultHash);
        Assert.Equal(12, sweep.ReadJournal().Count);
    }

    [Fact]
    public async Task A_changed_definition_refuses_to_resume_and_says_what_changed()
    {
        var store = Store("a");
        using (var engine = new StoppingEngine(blocks: 3))
        {
            Assert.Null(await TryAsync(SmallSweep.Of(), store, engine, resume: false));
        }

        using var second = new StoppingEngine();
        var refusal = await Assert.ThrowsAsync<ResumeRefusedException>(() => TryAsync(SmallSweep.Of(first: 110), store, second, resume: true));

        Assert.Equal(["sweep: changes factors.places.range from [100, 680] to [110, 690]"], refusal.Differences);
        Assert.Equal(0, second.Done);
    }

    [Fact]
    public async Task Other_words_change_no_number_and_the_sweep_goes_on_under_those_it_began_with()
    {
        var (store, began) = (Store("a"), SmallSweep.Of());
        using (var engine = new StoppingEngine(blocks: 3))
        {
            Assert.Null(await TryAsync(began, store, engine, resume: false));
        }

        var renamed = began with
        {
            Title = "Another title",
            Text = began.Text + "title: Another title\ndescription: More words\n",
            ScenarioText = began.ScenarioText + "title: Another base\n",
            ScenarioHash = "def",
        };
        using var second = new StoppingEngine();
        var sweep = await TryAsync(renamed, store, second, resume: true);

        Assert.Equal((began.Title, "abc", SweepStatus.Complete), (sweep!.Manifest.Title, sweep.Manifest.ScenarioHash, sweep.Manifest.Status));
        Assert.Equal(SweepRunner.HashOf(began), SweepRunner.HashOf(renamed));
        Assert.NotEqual(SweepRunner.HashOf(began), SweepRunner.HashOf(began with { WorldHash = new string('b', 64) }));
    }

    [Fact]
    public async Task Dates_are_texts_in_the_table_of_points_and_the_same_dates_when_read()
    {
        var numbers = SmallSweep.Of(points: 4);
        double[] months = [24273, 24273 + (14.0 / 31), 24276, 24300];
        var dates = numbers with { Factors = [numbers.Factors[0] with { Unit = InputSlot.Month }], Points = new[,] { { months[0] }, { months[1] }, { months[2] }, { months[3] } } };

        var sweep = await RunAsync(dates, Store("a"));
        using var connection = Sql.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT string_agg(places, ' ' ORDER BY variant) FROM read_parquet('{sweep.PathOf(StoredSweep.PointsFile)}')";

        Assert.Equal("2022-10 2022-10-15 2023-01 2025-01", command.ExecuteScalar());
        Assert.Equal(months, new SweepReader(sweep).Points().Cast<double>());
    }

    [Fact]
    public async Task Blocks_computed_in_another_sweep_are_reused_and_counted()
    {
        var store = Store("a");
        await RunAsync(SmallSweep.Of(points: 16), store);

        using var engine = new StoppingEngine();
        var wider = await TryAsync(SmallSweep.Of(points: 24, id: "wider"), store, engine, resume: false);
        var alone = await RunAsync(SmallSweep.Of(points: 24, id: "wider"), Store("b"));

        Assert.Equal((6, 3, 9), (wider!.Manifest.BlocksReused, engine.Done, wider.Manifest.Blocks));
        Assert.Equal(alone.Manifest.ResultHash, wider.Manifest.ResultHash);
    }

    [Fact]
    public async Task A_finished_sweep_is_not_run_again_when_it_is_resumed()
    {
        var store = Store("a");
        var first = await RunAsync(SmallSweep.Of(), store);

        using var engine = new StoppingEngine();
        var again = await TryAsync(SmallSweep.Of(), store, engine, resume: true);

        Assert.Equal((first.Manifest.Id, 0), (again!.Manifest.Id, engine.Done));
    }

    [Fact]
    public async Task A_failing_variant_is_recorded_with_its_settings_and_the_others_finish()
    {
        var sound = await RunAsync(SmallSweep.Of(), Store("a"));
        var sweep = await RunAsync(SmallSweep.Of(broken: 7), Store("b"));

        Assert.Equal(SweepStatus.SomeLanesFailed, sweep.Manifest.Status);
        Assert.Equal([21L, 22L, 23L], sweep.Manifest.Failures.Select(f => f.Lane));
        Assert.All(sweep.Manifest.Failures, f => Assert.Equal((7, 240), (f.Variant, (int)f.Settings["places"])));
        Assert.All(sweep.Manifest.Failures, f => Assert.NotEmpty(f.Reason));
        var (before, after) = (new SweepReader(sound).Figures()[0], new SweepReader(sweep).Figures()[0]);
        Assert.All([21, 22, 23], lane => Assert.True(double.IsNaN(after[lane])));
        Assert.Equal(before.Where((_, lane) => lane is < 21 or > 23), after.Where((_, lane) => lane is < 21 or > 23));
    }

    [Fact]
    public async Task Two_processes_cannot_write_the_same_sweep()
    {
        var store = Store("a");
        using (var engine = new StoppingEngine(blocks: 3))
        {
            Assert.Null(await TryAsync(SmallSweep.Of(), store, engine, resume: false));
        }

        var folder = store.List().Sweeps.Single().Folder;
        await using var other = new FileStream(Path.Combine(folder, StoredSweep.LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        using var second = new StoppingEngine();
        var refusal = await Assert.ThrowsAsync<RunStoreException>(() => TryAsync(SmallSweep.Of(), store, second, resume: true));

        Assert.Contains("another process", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lanes_lost_with_their_workers_are_tried_again_when_the_sweep_is_resumed()
    {
        var undisturbed = await RunAsync(SmallSweep.Of(), Store("a"));
        var store = Store("b");
        var options = new SweepOptions { Resume = true, Runner = new RunnerOptions { BlockSize = BlockSize, Concurrency = 2, Retries = 1 } };
        var losing = new FaultyEngine(2, () => new BlockLostException("the worker is gone"), 16);

        var some = await new SweepRunner(new Runner(losing), store).RunAsync(SmallSweep.Of(), options, null, Cancellation);
        using var sound = new StoppingEngine();
        var whole = await new SweepRunner(new Runner(sound), store).RunAsync(SmallSweep.Of(), options, null, Cancellation);

        Assert.Equal((SweepStatus.SomeLanesFailed, true), (some.Manifest.Status, some.Manifest.HasLostLanes));
        Assert.Equal(Enumerable.Range(16, 8), some.Manifest.Failures.Select(f => (int)f.Lane));
        Assert.Equal((SweepStatus.Complete, 1), (whole.Manifest.Status, sound.Done));
        Assert.Equal((some.Manifest.Id, undisturbed.Manifest.ResultHash), (whole.Manifest.Id, whole.Manifest.ResultHash));
        Assert.Equal(Enumerable.Range(0, 12), whole.ReadJournal().Select(e => e.Block));
    }

    [Fact]
    public async Task A_sweep_deserted_by_all_workers_ends_with_one_line_and_can_be_resumed()
    {
        var undisturbed = await RunAsync(SmallSweep.Of(), Store("a"));
        var store = Store("b");
        var deserted = new FaultyEngine(1, () => new ClusterException("all workers are gone; start one."), 48);
        var options = new SweepOptions { Runner = new RunnerOptions { BlockSize = BlockSize, Concurrency = 1 } };

        var refusal = await Assert.ThrowsAsync<ClusterException>(
            () => new SweepRunner(new Runner(deserted), store).RunAsync(SmallSweep.Of(), options, null, Cancellation));

        Assert.Equal("all workers are gone; start one, then continue with --resume.", refusal.Message);
        Assert.Equal((SweepStatus.Stopped, 6), (store.List().Sweeps.Single().Manifest.Status, store.List().Sweeps.Single().Manifest.BlocksDone));
        using var sound = new StoppingEngine();
        var whole = await TryAsync(SmallSweep.Of(), store, sound, resume: true);
        Assert.Equal((6, undisturbed.Manifest.ResultHash), (sound.Done, whole!.Manifest.ResultHash));
    }

    [Fact]
    public async Task Sweeps_stand_in_the_store_beside_runs_and_answer_to_queries()
    {
        var store = Store("a");
        var sweep = await RunAsync(SmallSweep.Of(points: 10), store);
        var runs = new RunStore(store.Folder);

        Assert.Empty(runs.List().Runs);
        Assert.Empty(runs.List().Damaged);
        Assert.Throws<RunNotFoundException>(() => runs.Open(sweep.Manifest.Id));
        Assert.Equal(sweep.Manifest.Id, store.Open("places").Manifest.Id);
        var answer = new StoreQuery(runs).Answer("""
            select count(*) as lanes, min(places) as least, max(o.lane) as last from outcomes o join points p using (run, variant)
            where name = 'admissions:parole'
            """);
        Assert.Equal([30L, 100.0, 29L], answer.Rows.Single());
        var listed = new StoreQuery(runs).Answer("select status, blocks_done from sweeps");
        Assert.Equal(["complete", 4], listed.Rows.Single());
    }

    [Fact]
    public async Task An_unfinished_sweep_is_not_read_as_if_it_were_whole()
    {
        var store = Store("a");
        using var engine = new StoppingEngine(blocks: 3);
        Assert.Null(await TryAsync(SmallSweep.Of(), store, engine, resume: false));

        var sweep = store.List().Sweeps.Single();
        var refusal = Assert.Throws<RunStoreException>(() => new SweepReader(sweep).Figures());

        Assert.Equal(SweepStatus.Stopped, sweep.Manifest.Status);
        Assert.Contains("--resume", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<StoredSweep> RunAsync(SweepDefinition definition, SweepStore store, int blockSize = BlockSize)
    {
        using var engine = new StoppingEngine();
        return (await TryAsync(definition, store, engine, resume: false, blockSize))!;
    }

    private static async Task<StoredSweep?> TryAsync(
        SweepDefinition definition, SweepStore store, StoppingEngine engine, bool resume, int blockSize = BlockSize)
    {
        var options = new SweepOptions { Resume = resume, Runner = new RunnerOptions { BlockSize = blockSize, Concurrency = 2 } };
        try
        {
            return await new SweepRunner(new Runner(engine), store).RunAsync(definition, options, null, engine.Stop);
        }
        catch (SweepStoppedException)
        {
            return null;
        }
    }

    private static void Disturb(string folder, string remains)
    {
        var journal = Path.Combine(folder, SweepJournal.FileName);
        var lines = File.ReadAllLines(journal);
        var block = new SweepJournal(folder).Read()[0].Block;
        var file = Path.Combine(folder, SweepJournal.FileOf(block));
        switch (remains)
        {
            case "a torn line":
                File.AppendAllText(journal, lines[0][..40]);
                break;
            case "a block without its line":
                File.WriteAllLines(journal, lines.Skip(1));
                break;
            case "a line without its block":
                File.Delete(file);
                break;
            case "an altered block":
                File.AppendAllText(file, "x");
                break;
            default:
                File.WriteAllText(Path.Combine(folder, SweepJournal.FileOf(11) + ".tmp"), "half");
                break;
        }
    }

    private SweepStore Store(string name) => new(new RunStore(Path.Combine(_folder, name)));
}
