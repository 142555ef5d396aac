using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;
using CorridorSim.Runs.Tests.Proof;

namespace CorridorSim.Runs.Tests.Folders;

public sealed class RunStoreTests : IDisposable
{
    private readonly StoredResult _stored = new();

    [Fact]
    public void A_run_opens_by_identifier_by_its_start_and_as_latest()
    {
        var id = _stored.Run.Manifest.Id;

        Assert.Equal(id, _stored.Store.Open(id).Manifest.Id);
        Assert.Equal(id, _stored.Store.Open(id[..8]).Manifest.Id);
        Assert.Equal(id, _stored.Store.Open(RunStore.Latest).Manifest.Id);
    }

    [Fact]
    public void A_start_that_means_two_runs_is_refused()
    {
        new RunWriter(_stored.Store).Write(_stored.Result, StoredResult.Description);

        var error = Assert.Throws<RunNotFoundException>(() => _stored.Store.Open("small"));

        Assert.Contains("2 runs", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../etc")]
    [InlineData("/etc")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("")]
    [InlineData("small\n")]
    public void A_reference_with_a_path_in_it_is_refused(string reference)
    {
        Assert.Throws<RunNotFoundException>(() => _stored.Store.Open(reference));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"id\": 1}")]
    [InlineData("[]")]
    public void A_damaged_manifest_is_reported_and_hides_no_other_run(string manifest)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_stored.Store.Folder, "broken")).FullName;
        File.WriteAllText(Path.Combine(folder, RunManifest.FileName), manifest);

        var listing = _stored.Store.List();

        Assert.Equal(_stored.Run.Manifest.Id, Assert.Single(listing.Runs).Manifest.Id);
        Assert.Equal(folder, Assert.Single(listing.Damaged).Folder);
    }

    [Theory]
    [InlineData("../secret.parquet")]
    [InlineData("/etc/secret.parquet")]
    public void A_manifest_that_points_outside_its_folder_is_damaged(string file)
    {
        Forgery.Edit(_stored.Run.Folder, m => m["files"]![file] = new string('0', 64), seals: true);

        var listing = _stored.Store.List();

        Assert.Empty(listing.Runs);
        Assert.Contains(file, Assert.Single(listing.Damaged).Reason, StringComparison.Ordinal);
    }

    public void Dispose() => _stored.Dispose();
}
