using System.Text.Json.Nodes;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Sweeps;
using CorridorSim.Runs.Tables;
using CorridorSim.Runs.Tests.Folders;
using CorridorSim.Runs.Tests.Sweeps;

namespace CorridorSim.Runs.Tests.Proof;

/// <summary>Readers answer from no manifest that lost its seal, and from none that was edited and sealed again so that its tables say something else.</summary>
public sealed class TableAgreementTests : IDisposable
{
    private readonly StoredResult _stored = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The run has 6 months from January 2021 and 12 replicates of two variants; each edit keeps the manifest possible.</summary>
    public static TheoryData<string, string> RunEdits => new()
    {
        { "fewer months", """{ "months": 3 }""" },
        { "more months", """{ "months": 7 }""" },
        { "one month", """{ "months": 1 }""" },
        { "a later first month", """{ "from": "2021-02" }""" },
        { "fewer replicates and lanes", """{ "replicates": 6, "lanes": 12 }""" },
        { "more replicates and lanes", """{ "replicates": 13, "lanes": 26 }""" },
        { "one variant and its lanes", """{ "variants": ["with"], "lanes": 12 }""" },
        { "one variant with the lanes of both", """{ "variants": ["with"], "replicates": 24 }""" },
        { "variants the other way round", """{ "variants": ["with", "without"] }""" },
        { "a variant of another name", """{ "variants": ["without", "better"] }""" },
        { "three variants", """{ "variants": ["without", "with", "more"], "replicates": 8 }""" },
        { "a lane that failed", """{ "status": "some-lanes-failed", "failures": [{ "lane": 3, "participant": "GBR", "tick": 1, "reason": "none" }] }""" },
        { "another step", """{ "step": "quarter" }""" },
    };

    /// <summary>The sweep has 4 months, 30 points and two figures; each edit keeps the manifest possible.</summary>
    public static TheoryData<string, string> SweepEdits => new()
    {
        { "fewer points", """{ "variants": HALF, "replicates": TWICE }""" },
        { "figures of months that it does not have", """{ "columns": [{ "indicator": "admissions", "name": "admissions:parole", "unit": "persons", "period": "2021-01..2021-04" }, { "indicator": "deaths", "name": "deaths:TRA>DES", "unit": "persons", "period": "2021-01..2021-05" }] }""" },
        { "fewer factors", """{ "factors": [] }""" },
        { "a lane that failed", """{ "status": "some-lanes-failed", "failures": [{ "lane": 3, "variant": 0, "replicate": 0, "settings": {}, "where": "GBR", "tick": 1, "reason": "none", "isLost": false }] }""" },
        { "no figures", """{ "columns": [] }""" },
    };

    /// <inheritdoc/>
    public void Dispose() => _stored.Dispose();

    [Theory]
    [MemberData(nameof(RunEdits))]
    public void A_run_whose_manifest_says_otherwise_than_its_tables_is_not_read(string what, string edit)
    {
        Forgery.Edit(_stored.Run.Folder, m => Put(m, edit), seals: true);

        Assert.Single(_stored.Store.List().Runs);
        AssertRefused(what, "not th", () => _stored.Store.Open(_stored.Run.Manifest.Id));
        AssertNoAnswer("runs");
    }

    [Theory]
    [MemberData(nameof(RunEdits))]
    [InlineData("nothing else", "{}")]
    [InlineData("another seed", """{ "seed": 8 }""")]
    [InlineData("another result", """{ "resultHash": "0000000000000000000000000000000000000000000000000000000000000000" }""")]
    public void A_run_whose_manifest_lost_its_seal_is_not_read(string what, string edit)
    {
        Forgery.Unseal(_stored.Run.Folder, m => Put(m, edit));

        AssertRefused(what, "it has no seal", () => _stored.Store.Open(_stored.Run.Manifest.Id));
        Assert.Contains("it has no seal", Assert.Single(_stored.Store.List().Damaged).Reason, StringComparison.Ordinal);
        AssertNoAnswer("runs");
    }

    [Theory]
    [MemberData(nameof(SweepEdits))]
    public async Task A_sweep_whose_manifest_says_otherwise_than_its_tables_is_not_read(string what, string edit)
    {
        var (store, sweep) = await SweepAsync();
        var manifest = sweep.Manifest;
        Assert.Equal(manifest.Id, store.Open(manifest.Id).Manifest.Id);
        Assert.True(manifest.Variants % 2 == 0, $"{manifest.Variants} points cannot be halved");

        var numbers = edit.Replace("HALF", Sql.Number(manifest.Variants / 2), StringComparison.Ordinal).Replace("TWICE", Sql.Number(manifest.Replicates * 2), StringComparison.Ordinal);
        Forgery.Edit(sweep.Folder, m => Put(m, numbers), seals: true);

        AssertRefused(what, "manifest.json: ", () => store.Open(manifest.Id));
        AssertNoAnswer("sweeps");
    }

    [Fact]
    public async Task A_sweep_whose_manifest_lost_its_seal_is_not_read()
    {
        var (store, sweep) = await SweepAsync();

        Forgery.Unseal(sweep.Folder, _ => { });

        AssertRefused("the seal", "it has no seal", () => store.Open(sweep.Manifest.Id));
        AssertNoAnswer("sweeps");
    }

    [Fact]
    public void A_series_of_a_longer_run_under_its_own_checksum_is_named()
    {
        var file = _stored.Run.SeriesFiles[0];
        var longer = new RunWriter(_stored.Store).Write(
            StoredResult.Simulate(_stored.Result.Plan.Experiment with { Months = _stored.Result.Plan.Experiment.Months + 3 }, 8), StoredResult.Description);
        File.Copy(longer.PathOf(file), _stored.Run.PathOf(file), overwrite: true);
        Forgery.Edit(_stored.Run.Folder, m => m["files"]![file] = longer.Manifest.Files[file], seals: true);

        var reader = new RunReader(_stored.Store.Open(_stored.Run.Manifest.Id));
        var key = reader.Series().First(s => s.Key.Variable == Path.GetFileNameWithoutExtension(file)).Key;

        Assert.Contains(file, Assert.Throws<RunStoreException>(() => reader.Read(key)).Message, StringComparison.Ordinal);
    }

    private async Task<(SweepStore Store, StoredSweep Sweep)> SweepAsync()
    {
        var store = new SweepStore(_stored.Store);
        using var engine = new StoppingEngine();
        var options = new SweepOptions { Runner = new RunnerOptions { BlockSize = 8, Concurrency = 1 } };
        return (store, await new SweepRunner(new Runner(engine), store).RunAsync(SmallSweep.Of(), options, null, Cancellation));
    }

    private void AssertNoAnswer(string view)
    {
        var query = new StoreQuery(_stored.Store);

        Assert.Equal(0L, query.Answer($"SELECT count(*) FROM {view}", Cancellation).Rows[0][0]);
        Assert.Single(query.LeftOut);
    }

    private static void AssertRefused(string what, string expected, Func<object> open) =>
        Assert.True(Assert.Throws<RunStoreException>(open).Message.Contains(expected, StringComparison.Ordinal), what);

    private static void Put(JsonObject manifest, string edit)
    {
        foreach (var (name, value) in JsonNode.Parse(edit)!.AsObject())
        {
            manifest[name] = value?.DeepClone();
        }
    }
}
