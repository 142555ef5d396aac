using System.Globalization;
using CorridorSim.Cli.Options;
using CorridorSim.Grains.Cluster;
using CorridorSim.Grains.Tests.Cluster;
using CorridorSim.Runs.Dealing;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Cli.Tests.Cluster;

/// <summary>
/// A Redis, three workers and a sweep, as processes of this machine; what the sweep gives on one process is known. The workers
/// are unequal: one does without vectors of 512 bits, one without those of 256 and fused multiplication.
/// </summary>
public sealed class ThreeWorkers : IAsyncLifetime
{
    /// <summary>Name of the collection of tests that share them.</summary>
    public const string Name = "three workers";

    private const int Points = 200;
    private const int BlockSize = 8;

    private static readonly string[][] Without = [[], ["DOTNET_EnableAVX512", "DOTNET_EnableAVX512F"], ["DOTNET_EnableAVX2", "DOTNET_EnableFMA"]];

    private readonly BuiltProgram _program = new();
    private readonly WatchedProgram[] _workers = new WatchedProgram[3];
    private string _undisturbed = string.Empty;
    private int _sweeps;

    /// <summary>Where the workers are found.</summary>
    public string Cluster => Redis.Address.ToString();

    /// <summary>The Redis that keeps them.</summary>
    public RedisServer Redis { get; } = new();

    /// <summary>A folder of a sweep that nobody has run yet.</summary>
    public string NewStore() => Path.Combine(_program.Runs, string.Create(CultureInfo.InvariantCulture, $"store-{++_sweeps}"));

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Redis.InitializeAsync();
        for (var number = 0; number < _workers.Length; number++)
        {
            _workers[number] = Begin(number);
        }

        WriteSweep();
        var alone = NewStore();
        var (code, _, error) = await _program.StartAsync("sweep", SweepFile, "--runs", alone, "--block-size", "64", "--quiet");
        Assert.True(code == 0, error);
        _undisturbed = Sweep(alone).Manifest.ResultHash!;
        await Task.WhenAll(_workers.Select(ReadyAsync));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.DisposeAsync();
        }

        await Redis.DisposeAsync();
        _program.Dispose();
    }

    internal WatchedProgram this[int number] => _workers[number];

    internal IEnumerable<WatchedProgram> All => _workers;

    private string SweepFile => Path.Combine(_program.Runs, "small.sweep.yaml");

    /// <summary>Begins the sweep on the cluster when all three workers are at work there, however an earlier test left them.</summary>
    internal async Task<WatchedProgram> BeginSweepAsync(string store, params string[] more)
    {
        for (var number = 0; number < _workers.Length; number++)
        {
            if (_workers[number].HasEnded)
            {
                await RenewAsync(number);
            }

            _workers[number].Continue();
        }

        await UntilAllAreFoundAsync();
        return WatchedProgram.Start(
            ["sweep", SweepFile, "--runs", store, "--block-size", BlockSize.ToString(CultureInfo.InvariantCulture), "--cluster", Cluster, .. more]);
    }

    /// <summary>Starts another process in the place of a worker, and waits until it is ready.</summary>
    internal async Task RenewAsync(int number)
    {
        await _workers[number].DisposeAsync();
        _workers[number] = Begin(number);
        await ReadyAsync(_workers[number]);
    }

    /// <summary>Asserts that a sweep has every lane, none twice, and the figures of the undisturbed one.</summary>
    internal void AssertWhole(string store)
    {
        var sweep = Sweep(store);
        Assert.Equal((SweepStatus.Complete, _undisturbed), (sweep.Manifest.Status, sweep.Manifest.ResultHash));
        var lines = File.ReadAllLines(sweep.PathOf(SweepJournal.FileName));
        Assert.Equal((Points / BlockSize, Points / BlockSize), (lines.Length, sweep.ReadJournal().Count));
        var lanes = new StoreQuery(new RunStore(store)).Answer(
            "select count(*), count(distinct lane), min(lane), max(lane) from outcomes where name = (select min(name) from outcomes) and period = (select min(period) from outcomes)");
        Assert.Equal([(long)Points, (long)Points, 0L, Points - 1L], lanes.Rows.Single());
    }

    private static StoredSweep Sweep(string store) => new SweepStore(new RunStore(store)).Open(RunStore.Latest);

    private static Task ReadyAsync(WatchedProgram worker) => worker.UntilAsync("worker ready");

    private WatchedProgram Begin(int number) =>
        WatchedProgram.StartWith(Without[number].ToDictionary(name => name, _ => "0"), "silo", "--cluster", Cluster, "--threads", "1");

    private async Task UntilAllAreFoundAsync()
    {
        Assert.True(RedisAddress.TryParse(Cluster, out var address));
        await using var engine = await ClusterEngine.OpenAsync(new ClusterSettings(address), TestContext.Current.CancellationToken);
        while (engine.Slots < _workers.Length)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private void WriteSweep() => File.WriteAllText(SweepFile, $$"""
        corridorsim: 1
        id: small
        base: {{Path.GetRelativePath(_program.Runs, Path.Combine(Repository.Scenarios, "us-panama-2022.yaml"))}}
        set: { horizon.to: 2022-12 }
        factors:
          referrals: { path: agreements.us-panama.referrals.places-per-month, kind: lever, range: [0, 2000] }
        design: { kind: latin-hypercube, points: {{Points}} }
        replicates: 1
        record: [deaths]
        """);
}
