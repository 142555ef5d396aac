using CorridorSim.Runs.Files;

namespace CorridorSim.Runs.Tests.Folders;

public sealed class AsideFolderTests : IDisposable
{
    private readonly string _store = Directory.CreateTempSubdirectory("corridorsim").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_store, true);

    [Fact]
    public void What_a_dead_owner_left_is_removed_and_what_a_living_one_writes_is_left_alone()
    {
        var abandoned = Path.Combine(_store, ".tmp-run-1");
        Directory.CreateDirectory(Path.Combine(abandoned, "series"));
        File.WriteAllText(abandoned + ".lock", "\n");
        using var living = new AsideFolder(_store, "run-2");
        File.WriteAllText(Path.Combine(living.Path, "manifest.json"), "{}");

        using var next = new AsideFolder(_store, "run-3");

        Assert.False(Directory.Exists(abandoned));
        Assert.False(File.Exists(abandoned + ".lock"));
        Assert.True(File.Exists(Path.Combine(living.Path, "manifest.json")));
    }

    [Fact]
    public void A_folder_that_took_its_place_stays_and_nothing_is_left_beside_it()
    {
        using (var aside = new AsideFolder(_store, "run"))
        {
            Assert.True(aside.TryPublish());
        }

        Assert.Equal([Path.Combine(_store, "run")], Directory.GetFileSystemEntries(_store));
    }

    [Fact]
    public void Who_comes_at_the_same_moment_gets_the_next_name()
    {
        using var first = new AsideFolder(_store, "run");
        using var second = new AsideFolder(_store, "run");
        _ = Directory.CreateDirectory(Path.Combine(_store, "other"));
        using var third = new AsideFolder(_store, "other");

        Assert.Equal(["run", "run-2", "other-2"], new[] { first, second, third }.Select(f => f.Name));
    }

    [Fact]
    public void A_name_that_somebody_took_by_hand_meanwhile_is_told_and_nothing_is_replaced()
    {
        using var aside = new AsideFolder(_store, "run");
        var other = Directory.CreateDirectory(Path.Combine(_store, "run")).FullName;

        Assert.False(aside.TryPublish());
        Assert.Empty(Directory.GetFileSystemEntries(other));
        Assert.True(Directory.Exists(aside.Path));
    }

    [Fact]
    public void A_lock_that_is_just_being_taken_is_left_alone()
    {
        var taking = Path.Combine(_store, ".tmp-run-1.lock");
        File.WriteAllText(taking, string.Empty);

        using var next = new AsideFolder(_store, "run-2");

        Assert.True(File.Exists(taking));
    }
}
