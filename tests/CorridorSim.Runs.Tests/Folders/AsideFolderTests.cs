using CorridorSim.Runs.Folders;

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
        File.WriteAllText(abandoned + ".lock", string.Empty);
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
            aside.MoveTo(Path.Combine(_store, "run"));
        }

        Assert.Equal([Path.Combine(_store, "run")], Directory.GetFileSystemEntries(_store));
    }
}
