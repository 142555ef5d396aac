namespace CorridorSim.Cli.Tests;

/// <summary>Copies of folders, for tests that write beside shipped files: other tests read those at the same time.</summary>
internal static class Folders
{
    /// <summary>Copies a folder with all below it.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Copies the shipped scenarios to a folder of the system's for passing files.</summary>
    /// <returns>The copy, which the caller deletes.</returns>
    public static string CopyOfScenarios()
    {
        var copy = Directory.CreateTempSubdirectory("corridorsim-scenarios").FullName;
        Copy(Path.Combine(BuiltProgram.Root(), "scenarios"), copy);
        return copy;
    }
}
