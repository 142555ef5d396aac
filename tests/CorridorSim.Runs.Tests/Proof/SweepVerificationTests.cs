using System.Text.Json.Nodes;
using CorridorSim.Model.Inputs;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Proof;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Sweeps;
using CorridorSim.Runs.Tables;
using CorridorSim.Runs.Tests.Sweeps;

namespace CorridorSim.Runs.Tests.Proof;

public sealed class SweepVerificationTests : IDisposable
{
    private const int BlockSize = 8;

    private static readonly string[] Open = ["elapsedSeconds", "version", "build", "created"];

    private readonly SweepStore _store = new(new RunStore(Directory.CreateTempSubdirectory("corridorsim-sweeps-").FullName));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_store.Folder, recursive: true);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 16)]
    [InlineData(int.MaxValue, 90)]
    public async Task A_sound_sweep_is_confirmed_by_as_many_blocks_as_are_asked_for(int blocks, int lanes)
    {
        var sweep = await RunAsync();

        var report = await VerifyAsync(sweep, blocks);

        Assert.Empty(report.Findings);
        Assert.InRange(report.LanesSimulated, Math.Min(lanes, 10), lanes);
        Assert.Equal(sweep.Manifest.ResultHash, report.RerunHash);
    }

    [Fact]
    public async Task A_sweep_with_lanes_that_failed_is_confirmed()
    {
        var definition = SmallSweep.Of(broken: 7);

        var report = await VerifyAsync(await RunAsync(definition), definition: definition);

        Assert.Empty(report.Findings);
    }

    [Fact]
    public async Task An_unfinished_sweep_is_confirmed_as_far_as_it_goes()
    {
        using (var engine = new StoppingEngine(blocks: 3))
        {
            await Assert.ThrowsAsync<SweepStoppedException>(() => RunAsync(SmallSweep.Of(), engine));
        }

        var report = await VerifyAsync(_store.List().Sweeps.Single());

        Assert.Empty(report.Findings);
        Assert.Contains("not finished", Assert.Single(report.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_edit_of_the_manifest_is_noticed_by_readers_and_one_that_is_sealed_again_by_its_proof()
    {
        var sweep = await RunAsync();
        var path = sweep.PathOf(RunManifest.FileName);
        var sound = await File.ReadAllTextAsync(path, Cancellation);
        var edits = Forgery.Edits(JsonNode.Parse(sound)!.AsObject()).ToArray();
        foreach (var (what, change) in edits)
        {
            Forgery.Edit(sweep.Folder, change, seals: false);
            Assert.True(IsRefused(() => _store.Find(sweep.Manifest.Id)), what);
            await File.WriteAllTextAsync(path, sound, Cancellation);

            Forgery.Edit(sweep.Folder, change, seals: true);
            Assert.True(await IsNoticedAsync(sweep, 0) || Open.Any(o => what.StartsWith(o, StringComparison.Ordinal)), what);
            await File.WriteAllTextAsync(path, sound, Cancellation);
        }

        Assert.True(edits.Length >= 60, $"{edits.Length} edits");
    }

    [Fact]
    public async Task A_block_with_other_figures_under_its_own_checksum_is_noticed_when_it_is_simulated_anew()
    {
        var sweep = await RunAsync();
        Rewrite(sweep, block: 3, values => values[0][0] += 1);

        var seen = await VerifyAsync(_store.FindClaims(sweep.Manifest.Id)!, int.MaxValue);

        Assert.Contains(seen.Findings, f => f is { Kind: FindingKind.Altered, What: "blocks/000003.parquet" });
        Assert.Contains(seen.Findings, f => f is { Kind: FindingKind.Altered, What: "resultHash" });
        Assert.Contains(seen.Findings, f => f is { Kind: FindingKind.Altered, What: "outcomes.parquet" });
    }

    [Fact]
    public async Task Outcomes_that_are_not_those_of_the_blocks_are_noticed_without_simulation()
    {
        var sweep = await RunAsync();
        var outcomes = sweep.PathOf(StoredSweep.OutcomesFile);
        using (var connection = Sql.Open())
        {
            connection.CopyToParquet($"SELECT * REPLACE (value * 2 AS value) FROM read_parquet({Sql.Quote(outcomes)})", outcomes + ".new");
        }

        File.Move(outcomes + ".new", outcomes, overwrite: true);
        Forgery.Edit(sweep.Folder, m => m["files"]![StoredSweep.OutcomesFile] = SweepJournal.ChecksumOf(outcomes), seals: true);

        var report = await VerifyAsync(_store.FindClaims(sweep.Manifest.Id)!, 0);

        Assert.Equal((FindingKind.Altered, StoredSweep.OutcomesFile), (Assert.Single(report.Findings).Kind, report.Findings[0].What));
    }

    [Fact]
    public async Task Dates_that_an_older_build_kept_as_numbers_of_months_are_no_forgery()
    {
        var (dates, sweep) = await RunDatesAsync();
        RewritePoints(sweep, "SELECT run, variant, CAST(24273 + 3 * variant AS DOUBLE) AS places", ofAnotherBuild: true);

        var report = await VerifyAsync(_store.FindClaims(sweep.Manifest.Id)!, definition: dates);

        Assert.Empty(report.Findings);
        Assert.Contains(report.Notes, n => n.Contains("dates as numbers of months", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SELECT run, variant, CAST(24273.4 + 3 * variant AS DOUBLE) AS places", true, FindingKind.AnotherBuild)]
    [InlineData("SELECT run, variant, CAST(24273 + 3 * variant AS DOUBLE) AS places", false, FindingKind.Altered)]
    [InlineData("SELECT run, variant, '2022-11' AS places", true, FindingKind.Altered)]
    public async Task Other_dates_are_told_as_those_of_another_build_only_where_one_wrote_them(string points, bool ofAnotherBuild, FindingKind kind)
    {
        var (dates, sweep) = await RunDatesAsync();
        RewritePoints(sweep, points, ofAnotherBuild);

        var report = await VerifyAsync(_store.FindClaims(sweep.Manifest.Id)!, definition: dates);

        Assert.Equal((kind, StoredSweep.PointsFile), (Assert.Single(report.Findings).Kind, report.Findings[0].What));
    }

    [Theory]
    [InlineData(StoredSweep.OutcomesFile)]
    [InlineData(SweepJournal.FileName)]
    [InlineData("blocks/000002.parquet")]
    public async Task Resume_makes_good_what_was_damaged_since_the_end(string file)
    {
        var sweep = await RunAsync();
        Forgery.Flip(sweep.PathOf(file), 700);

        using var engine = new StoppingEngine();
        var again = await RunAsync(SmallSweep.Of(), engine, resume: true);

        Assert.Equal((sweep.Manifest.Id, sweep.Manifest.ResultHash), (again.Manifest.Id, again.Manifest.ResultHash));
        Assert.Empty((await VerifyAsync(again)).Findings);
        Assert.InRange(engine.Done, 0, 1);
    }

    [Fact]
    public async Task A_block_that_is_damaged_in_one_sweep_is_not_taken_over_by_another()
    {
        var sweep = await RunAsync();
        Forgery.Flip(sweep.PathOf(SweepJournal.FileName), 700);

        using var engine = new StoppingEngine();
        var other = await RunAsync(SmallSweep.Of(id: "again"), engine);

        Assert.Equal(sweep.Manifest.ResultHash, other.Manifest.ResultHash);
        Assert.Equal(12, engine.Done);
    }

    private async Task<(SweepDefinition Dates, StoredSweep Sweep)> RunDatesAsync()
    {
        var numbers = SmallSweep.Of(points: 3);
        var dates = numbers with { Factors = [numbers.Factors[0] with { Unit = InputSlot.Month }], Points = new[,] { { 24273.0 }, { 24276.0 }, { 24279.0 } } };
        return (dates, await RunAsync(dates));
    }

    /// <summary>Gives a sweep another table of points, and every checksum above it the right value.</summary>
    private static void RewritePoints(StoredSweep sweep, string select, bool ofAnotherBuild)
    {
        var points = sweep.PathOf(StoredSweep.PointsFile);
        using (var connection = Sql.Open())
        {
            connection.CopyToParquet($"{select} FROM read_parquet({Sql.Quote(points)})", points + ".new");
        }

        File.Move(points + ".new", points, overwrite: true);
        Forgery.Edit(
            sweep.Folder,
            m =>
            {
                m["files"]![StoredSweep.PointsFile] = SweepJournal.ChecksumOf(points);
                m["build"] = ofAnotherBuild ? new string('b', 32) : m["build"]!.GetValue<string>();
            },
            seals: true);
    }

    /// <summary>Gives a block other figures, and every checksum above it the right value.</summary>
    private static void Rewrite(StoredSweep sweep, int block, Action<double[][]> change)
    {
        var path = sweep.PathOf(SweepJournal.FileOf(block));
        using (var connection = Sql.Open())
        {
            var lanes = BlockFile.Read(connection, path, BlockSize, sweep.Manifest.Columns.Count);
            double[][] values = [.. Enumerable.Range(0, sweep.Manifest.Columns.Count).Select(c => lanes.Select(l => l[c]).ToArray())];
            change(values);
            BlockFile.Write(connection, path, values, new HashSet<int>());
        }

        new SweepJournal(sweep.Folder).Reset(
            [.. sweep.ReadJournal().Select(e => e.Block == block ? e with { Checksum = SweepJournal.ChecksumOf(path), Bytes = new FileInfo(path).Length } : e)]);
        Forgery.Edit(sweep.Folder, m => m["files"]![SweepJournal.FileName] = SweepJournal.ChecksumOf(sweep.PathOf(SweepJournal.FileName)), seals: true);
    }

    private async Task<StoredSweep> RunAsync(SweepDefinition? definition = null)
    {
        using var engine = new StoppingEngine();
        return await RunAsync(definition ?? SmallSweep.Of(), engine);
    }

    private Task<StoredSweep> RunAsync(SweepDefinition definition, StoppingEngine engine, bool resume = false)
    {
        var options = new SweepOptions { Runner = new RunnerOptions { BlockSize = BlockSize, Concurrency = 1 }, Resume = resume };
        return new SweepRunner(new Runner(engine), _store).RunAsync(definition, options, null, engine.Stop);
    }

    private static async Task<VerificationReport> VerifyAsync(StoredSweep sweep, int blocks = int.MaxValue, SweepDefinition? definition = null)
    {
        using var engine = new StoppingEngine();
        return await new SweepVerification(sweep).VerifyAsync(definition ?? SmallSweep.Of(), new Runner(engine), blocks, cancellation: Cancellation);
    }

    private async Task<bool> IsNoticedAsync(StoredSweep sweep, int blocks)
    {
        try
        {
            return !(await VerifyAsync(_store.FindClaims(sweep.Manifest.Id)!, blocks)).IsConfirmed;
        }
        catch (RunStoreException)
        {
            return true;
        }
    }

    private static bool IsRefused(Func<StoredSweep?> act)
    {
        try
        {
            _ = act();
            return false;
        }
        catch (RunStoreException)
        {
            return true;
        }
    }
}
