using CorridorSim.Runs.Files;
using CorridorSim.Runs.Keeping;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Runs.Tests.Folders;

/// <summary>A reference that could mean something damaged finds what is sound, and says what it passed over.</summary>
public sealed class PassedOverTests : IDisposable
{
    private readonly StoredResult _stored = new();
    private readonly List<string> _said = [];
    private readonly RunStore _store;

    public PassedOverTests() => _store = new RunStore(_stored.Store.Folder, _said.Add);

    private string Sound => _stored.Run.Manifest.Id;

    /// <inheritdoc/>
    public void Dispose() => _stored.Dispose();

    [Fact]
    public void A_newer_one_is_named_in_one_line_with_its_fault()
    {
        var damaged = Damage(Named("small", "29990101-000000"));

        Assert.Equal(Sound, _store.Open(RunStore.Latest).Manifest.Id);

        var line = Assert.Single(_said);
        Assert.Contains($"'latest' is taken to mean {Sound}; {damaged} is damaged and passed over: ", line, StringComparison.Ordinal);
        Assert.Contains(RunManifest.FileName, line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    [Fact]
    public void Nothing_is_said_of_an_older_one_nor_where_a_whole_identifier_is_given()
    {
        Damage(Named("small", "20000101-000000"));
        _ = _store.Open(RunStore.Latest);
        _ = new StoreCatalogue(_store).Find(RunStore.Latest);
        Damage(Named("small", "29990101-000000"));
        _ = _store.Open(Sound);
        _ = new StoreCatalogue(_store).Find(Sound);

        Assert.Empty(_said);
    }

    [Theory]
    [InlineData("small-29990101-000000-abc123")]
    [InlineData("renamed-by-hand")]
    public void Who_does_not_tell_when_it_was_made_may_be_the_newest(string damaged)
    {
        Damage(damaged);

        _ = new StoreCatalogue(_store).Find(RunStore.Latest);

        Assert.Contains(damaged, Assert.Single(_said), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_are_counted_in_the_same_line()
    {
        Damage(Named("small", "29990101-000000"));
        var newest = Damage(Named("small", "29990102-000000"));
        Damage(Named("other", "29990103-000000"));

        _ = _store.Open("small");
        _ = _store.Open(RunStore.Latest);

        Assert.Contains($"{newest} is damaged and passed over, and so are 1 more: ", _said[0], StringComparison.Ordinal);
        Assert.Contains("and so are 2 more: ", _said[1], StringComparison.Ordinal);
        Assert.Equal(2, _said.Count);
    }

    [Fact]
    public async Task A_name_and_the_start_of_an_identifier_pass_over_nothing_in_silence()
    {
        var second = new RunWriter(_store).Write(_stored.Result, StoredResult.Description with { Name = "twin" });
        await new StoreCatalogue(_store).RenameAsync(StoreEntry.Of(second), "paper");
        await new StoreCatalogue(_store).RenameAsync(StoreEntry.Of(_stored.Run), "paper");
        File.WriteAllText(second.PathOf(RunManifest.FileName), "{");

        Assert.Equal(Sound, _store.Open("paper").Manifest.Id);
        Assert.Equal(Sound, _store.Open("small-2").Manifest.Id);

        Assert.All(_said, line => Assert.Contains($"{second.Manifest.Id} is damaged and passed over", line, StringComparison.Ordinal));
        Assert.Equal(2, _said.Count);
    }

    [Theory]
    [InlineData(RunStore.Latest)]
    [InlineData("small")]
    [InlineData("first")]
    public async Task What_alone_can_be_meant_is_called_damaged_and_not_missing(string reference)
    {
        await new StoreCatalogue(_store).RenameAsync(StoreEntry.Of(_stored.Run), "first");
        Damage(Sound);

        Assert.Contains(Sound, Assert.Throws<RunStoreException>(() => _store.Open(reference)).Message, StringComparison.Ordinal);
        Assert.Contains(Sound, Assert.Throws<RunStoreException>(() => new StoreCatalogue(_store).Find(reference)).Message, StringComparison.Ordinal);
        Assert.Throws<RunNotFoundException>(() => _store.Open("another"));
        Assert.Empty(_said);
    }

    private static string Named(string scenario, string time) => $"{scenario}-{time}-abc123";

    private string Damage(string id)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_store.Folder, id)).FullName;
        File.WriteAllText(Path.Combine(folder, RunManifest.FileName), "{");
        return id;
    }
}
