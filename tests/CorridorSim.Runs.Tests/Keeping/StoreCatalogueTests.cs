using CorridorSim.Runs.Keeping;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;
using CorridorSim.Runs.Tests.Folders;

namespace CorridorSim.Runs.Tests.Keeping;

/// <summary>Names, notes and tags are kept beside runs, and every reference finds what it names.</summary>
public sealed class StoreCatalogueTests : IDisposable
{
    private readonly StoredResult _stored = new();
    private readonly StoreCatalogue _catalogue;

    public StoreCatalogueTests() => _catalogue = new StoreCatalogue(_stored.Store);

    /// <inheritdoc/>
    public void Dispose() => _stored.Dispose();

    [Fact]
    public async Task Labels_change_nothing_that_the_checksums_cover()
    {
        var before = FilesOf(_stored.Run);
        var entry = _catalogue.Find(RunStore.Latest);

        await _catalogue.RenameAsync(entry, "for the paper");
        await _catalogue.NoteAsync(entry, "Second draft.\nAsk for other sizes.");
        await _catalogue.TagAsync(entry, ["paper", "2022"], remove: false);
        await _catalogue.TagAsync(entry, ["2022", "never-there"], remove: true);

        var labels = _catalogue.Find("for the paper").Labels;
        Assert.Equal(("for the paper", "Second draft.\nAsk for other sizes."), (labels.Name, labels.Note));
        Assert.Equal(["paper"], labels.Tags);
        Assert.Equal(before, FilesOf(_stored.Run));
        Assert.Equal("first", _stored.Store.Open(RunStore.Latest).Manifest.Name);
    }

    [Fact]
    public async Task A_run_answers_to_its_first_name_until_it_has_another()
    {
        Assert.Equal(_stored.Run.Manifest.Id, _stored.Store.Open("first").Manifest.Id);

        await _catalogue.RenameAsync(_catalogue.Find("first"), "second");

        Assert.Equal(_stored.Run.Manifest.Id, _stored.Store.Open("second").Manifest.Id);
        Assert.Throws<RunNotFoundException>(() => _stored.Store.Open("first"));
        await _catalogue.RenameAsync(_catalogue.Find("second"), null);
        Assert.Equal(_stored.Run.Manifest.Id, _stored.Store.Open("first").Manifest.Id);
    }

    [Fact]
    public void A_name_that_several_runs_have_is_refused_with_all_of_them()
    {
        StoredRun[] runs = [_stored.Run, .. Enumerable.Range(0, 3).Select(_ => new RunWriter(_stored.Store).Write(_stored.Result, StoredResult.Description))];

        var error = Assert.Throws<RunNotFoundException>(() => _catalogue.Find("first"));

        Assert.All(runs, r => Assert.Contains(r.Manifest.Id, error.Message, StringComparison.Ordinal));
        Assert.Contains("means 4 run", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_tags_given_at_once_are_all_kept()
    {
        var entry = _catalogue.Find(RunStore.Latest);
        string[] tags = [.. Enumerable.Range(10, 20).Select(i => $"t{i}")];

        await Task.WhenAll(tags.Select(t => Task.Run(() => _catalogue.TagAsync(entry, [t], remove: false))));

        Assert.Equal(tags, _catalogue.Find(RunStore.Latest).Labels.Tags);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"name\": 1}")]
    [InlineData("{\"tags\": [null, \"Not A Tag\", \"\\u001b[31m\"], \"name\": \"a\\u001bb\"}")]
    public void Labels_that_somebody_broke_count_as_none(string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_stored.Store.Folder, ".labels")).FullName;
        File.WriteAllText(Path.Combine(folder, $"{_stored.Run.Manifest.Id}.json"), text);

        var labels = _catalogue.Find(RunStore.Latest).Labels;

        Assert.Null(labels.Name);
        Assert.Empty(labels.Tags);
    }

    private static (string Path, DateTime Written)[] FilesOf(StoredRun run) =>
        [.. Directory.EnumerateFiles(run.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => (f, File.GetLastWriteTimeUtc(f)))];
}
