namespace CorridorSim.Tests;

/// <summary>The repository that the tests run in. What ships there is read by many tests at once: who writes takes a copy, see <c>ScenarioFolder</c>.</summary>
internal static class Repository
{
    /// <summary>Its root.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The shipped scenarios.</summary>
    public static string Scenarios { get; } = Path.Combine(Root, "scenarios");

    /// <summary>Copies a folder with all below it; files that are there already are replaced.</summary>
    public static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "CorridorSim.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} does not lie inside the repository."));
}
