using CorridorSim.Runs.Files;

namespace CorridorSim.Runs.Tests.Folders;

public sealed class DurableFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_write_that_fails_half_way_leaves_the_old_file_and_nothing_beside_it()
    {
        var path = Path.Combine(_folder, "report.html");
        File.WriteAllText(path, "old");

        Assert.Throws<IOException>(() => DurableFile.Write(path, aside =>
        {
            File.WriteAllText(aside, "half");
            throw new IOException("No space left on device");
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_link_stays_a_link_and_the_rights_of_the_file_stay()
    {
        var (path, link) = (Path.Combine(_folder, "report.html"), Path.Combine(_folder, "link.html"));
        File.WriteAllText(path, "old");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.CreateSymbolicLink(link, path);

        DurableFile.Write(link, "new");

        Assert.Equal("new", File.ReadAllText(path));
        Assert.NotNull(new FileInfo(link).LinkTarget);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public void A_new_file_has_the_rights_that_were_asked_for_and_one_that_is_there_stays()
    {
        var (path, there) = (Path.Combine(_folder, "key.pem"), Path.Combine(_folder, "there.pem"));
        File.WriteAllText(there, "old");

        DurableFile.WriteNew(path, "secret", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Throws<IOException>(() => DurableFile.WriteNew(there, "new"));

        Assert.Equal(("secret", "old"), (File.ReadAllText(path), File.ReadAllText(there)));
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder).Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public void A_device_is_written_to_and_not_replaced()
    {
        DurableFile.Write("/dev/null", "text");

        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }
}
