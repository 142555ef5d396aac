using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Tests.Worlds;

/// <summary>A copy of the Americas world in a temporary folder, in which a test plants a mistake.</summary>
public sealed class WorldCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("corridorsim-world-");

    public WorldCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Americas()))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }
    }

    /// <summary>Folder of the shipped world, found upwards from the tests.</summary>
    public static string Americas() => Path.Combine(Repository.Scenarios, "worlds", "americas");

    /// <summary>Replaces the only occurrence of a text in a table and returns its line, from 1.</summary>
    public int Replace(string table, string old, string changed)
    {
        var path = Path.Combine(_folder.FullName, table);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{table} does not contain '{old}'.");
        File.WriteAllText(path, string.Concat(text.AsSpan(0, at), changed, text.AsSpan(at + old.Length)));
        return text.AsSpan(0, at).Count('\n') + 1;
    }

    public void Delete(string table) => File.Delete(Path.Combine(_folder.FullName, table));

    public void Append(string table, string text) => File.AppendAllText(Path.Combine(_folder.FullName, table), text);

    /// <summary>Makes a table longer, or a new one, with nothing but zeros that take no room.</summary>
    public void Stretch(string table, long bytes)
    {
        using var file = File.OpenWrite(Path.Combine(_folder.FullName, table));
        file.SetLength(bytes);
    }

    public (WorldDraft? World, IReadOnlyList<Diagnostic> Diagnostics) Load()
    {
        var bag = new DiagnosticBag();
        return (WorldFolder.Load(_folder.FullName, bag), bag.Sorted);
    }

    public void Dispose() => _folder.Delete(true);
}
