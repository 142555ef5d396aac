using CorridorSim.Runs.Files;
using CorridorSim.Runs.Keeping;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tests.Folders;

namespace CorridorSim.Runs.Tests.Keeping;

/// <summary>What goes, goes whole; what is pinned or at work stays.</summary>
public sealed class StoreRemovalTests : IDisposable
{
    private readonly StoredResult _stored = new();
    private readonly StoreCatalogue _catalogue;
    private readonly StoreRemoval _removal;

    public StoreRemovalTests() => (_catalogue, _removal) = (new StoreCatalogue(_stored.Store), new StoreRemoval(_stored.Store));

    /// <inheritdoc/>
    public void Dispose() => _stored.Dispose();

    [Fact]
    public async Task A_run_goes_with_its_labels_and_nothing_is_left()
    {
        var entry = _catalogue.Find(RunStore.Latest);
        await _catalogue.NoteAsync(entry, "a note");

        Assert.True(await _removal.DeleteAsync(_catalogue.Find(RunStore.Latest)));
        Assert.False(await _removal.DeleteAsync(entry));

        Assert.Empty(_catalogue.List().Entries);
        Assert.DoesNotContain(Directory.EnumerateFiles(_stored.Store.Folder, "*", SearchOption.AllDirectories), f => f.Contains(entry.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_pinned_stays()
    {
        var entry = _catalogue.Find(RunStore.Latest);
        await _catalogue.TagAsync(entry, [RunLabels.Pinned], remove: false);
        var pinned = _catalogue.Find(RunStore.Latest);

        var error = await Assert.ThrowsAsync<RunStoreException>(() => _removal.DeleteAsync(pinned));

        Assert.Contains("pinned", error.Message, StringComparison.Ordinal);
        Assert.Empty(new PruneRule { Keep = 0 }.Choose(_catalogue.List().Entries, DateTimeOffset.UtcNow));
        Assert.Single(_catalogue.List().Entries);
    }

    [Fact]
    public void What_a_killed_process_was_deleting_is_not_listed_and_goes_with_the_next()
    {
        var gone = Path.Combine(_stored.Store.Folder, ".gone-small-1");
        Directory.Move(_stored.Run.Folder, gone);

        Assert.Empty(_catalogue.List().Entries);
        Assert.Empty(_catalogue.List().Damaged);
        _removal.Finish();
        Assert.False(Directory.Exists(gone));
    }

    [Theory]
    [InlineData(null, 0, null, null, 4)]
    [InlineData(null, 3, null, null, 1)]
    [InlineData(null, 9, null, null, 0)]
    [InlineData(10, null, null, null, 2)]
    [InlineData(10, 3, null, null, 1)]
    [InlineData(null, 0, "other", null, 0)]
    [InlineData(null, 0, "small", "run", 4)]
    [InlineData(null, 0, null, "sweep", 0)]
    public void A_rule_keeps_the_newest_and_the_young(int? days, int? keep, string? scenario, string? kind, int expected)
    {
        var now = DateTimeOffset.UtcNow;
        StoreEntry[] entries = [.. new[] { 1, 2, 20, 30 }.Select(d => StoreEntry.Of(_stored.Run with { Manifest = _stored.Run.Manifest with { Id = $"d{d}", Created = now.AddDays(-d) } }))];

        var chosen = new PruneRule { OlderThan = days is { } d ? TimeSpan.FromDays(d) : null, Keep = keep, Scenario = scenario, Kind = kind }.Choose(entries, now);

        Assert.Equal(entries.Select(e => e.Id).Reverse().Take(expected), chosen.Select(e => e.Id));
    }
}
