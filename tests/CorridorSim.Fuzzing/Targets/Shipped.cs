namespace CorridorSim.Fuzzing.Targets;

/// <summary>The shipped scenarios, from which inputs are made.</summary>
internal static class Shipped
{
    /// <summary>Folder of the shipped scenarios.</summary>
    public static string Folder { get; } = Repository.Scenarios;

    /// <summary>Texts of shipped files.</summary>
    /// <param name="pattern">Pattern of names.</param>
    /// <param name="except">Endings that don't belong.</param>
    public static string[] Texts(string pattern, params string[] except) =>
        [.. Directory.GetFiles(Folder, pattern).Where(f => !except.Any(e => f.EndsWith(e, StringComparison.Ordinal))).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>A copy of the scenarios in a folder of its own.</summary>
    public static string Copy()
    {
        var target = Directory.CreateTempSubdirectory("corridorsim-fuzzing-").FullName;
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }
}
