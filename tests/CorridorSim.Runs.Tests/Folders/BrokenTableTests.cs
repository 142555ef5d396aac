using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Runs.Tests.Folders;

/// <summary>A broken run harms itself alone.</summary>
public sealed class BrokenTableTests : IDisposable
{
    private readonly StoredResult _stored = new();
    private readonly StoredRun _other;

    public BrokenTableTests() => _other = new RunWriter(_stored.Store).Write(_stored.Result, StoredResult.Description);

    /// <inheritdoc/>
    public void Dispose() => _stored.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(11)]
    [InlineData(500)]
    [InlineData(-1)]
    public void A_table_that_was_cut_off_leaves_its_run_out_of_queries_and_is_named(int bytes)
    {
        var table = _other.PathOf(_other.SeriesFiles[0]);
        using (var file = new FileStream(table, FileMode.Open))
        {
            file.SetLength(bytes < 0 ? file.Length + bytes : bytes);
        }

        AssertOnlyTheOtherIsHurt(table);
    }

    [Fact]
    public void A_table_that_is_missing_leaves_its_run_out_of_queries_and_is_named()
    {
        var table = _other.PathOf("summary.parquet");
        File.Delete(table);

        AssertOnlyTheOtherIsHurt(table);
    }

    [Fact]
    public void A_table_of_something_else_leaves_its_run_out_of_queries_and_is_named()
    {
        var table = _other.PathOf("lanes.parquet");
        File.WriteAllText(table, "lane,variant\n1,a\n");

        AssertOnlyTheOtherIsHurt(table);
    }

    [Fact]
    public void Folders_that_are_no_runs_are_passed_over()
    {
        Directory.CreateDirectory(Path.Combine(_stored.Store.Folder, "notes"));
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_stored.Store.Folder, "papers")).FullName, "draft.txt"), "mine");

        var listing = _stored.Store.List();

        Assert.Equal(2, listing.Runs.Count);
        Assert.Empty(listing.Damaged);
        Assert.Throws<RunNotFoundException>(() => _stored.Store.Open("notes"));
    }

    [Fact]
    public void A_run_without_its_manifest_is_damaged_and_not_passed_over()
    {
        File.Delete(_other.PathOf(RunManifest.FileName));

        Assert.Equal(_other.Folder, Assert.Single(_stored.Store.List().Damaged).Folder);
    }

    private void AssertOnlyTheOtherIsHurt(string table)
    {
        var query = new StoreQuery(_stored.Store);
        var answer = query.Answer("select distinct run from series", TestContext.Current.CancellationToken);

        Assert.Equal([_stored.Run.Manifest.Id], answer.Rows.Select(r => r[0]));
        var left = Assert.Single(query.LeftOut);
        Assert.Equal(_other.Folder, left.Folder);
        Assert.Contains(Path.GetFileName(table), left.Reason, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(table), Assert.Throws<RunStoreException>(() => _stored.Store.Open(_other.Manifest.Id)).Message, StringComparison.Ordinal);
        Assert.Equal(_stored.Run.Manifest.Id, _stored.Store.Open(_stored.Run.Manifest.Id).Manifest.Id);
    }
}
