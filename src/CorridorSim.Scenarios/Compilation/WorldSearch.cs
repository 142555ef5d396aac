using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Compilation;

/// <summary>
/// Finds the world of a run, which knows its hash but not where it lies: below the folders that are named, at whatever depth and
/// under whatever name.
/// </summary>
/// <param name="text">The scenario that the run kept.</param>
/// <param name="hash">The hash of scenario and world.</param>
public sealed class WorldSearch(string text, string hash)
{
    private const int MaxFolders = 5000;
    private const int MaxDepth = 8;
    private static readonly string[] Tables = ["countries.csv", "channels.csv", "parameters.csv"];

    /// <summary>The scenario with the first world that gives its hash; null when there is none below the folders.</summary>
    /// <param name="folders">Folders to look below; those that are not there are passed over.</param>
    public CompiledScenario? Find(IEnumerable<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        if (World() is not { } world)
        {
            return null;
        }

        string[] below = [.. folders.Where(Directory.Exists).SelectMany(Below).Distinct(StringComparer.Ordinal).Take(MaxFolders)];
        return below.Where(f => Directory.Exists(Path.Combine(f, world))).Select(Compiled).FirstOrDefault(c => c is not null)
            ?? below.Where(f => Tables.All(t => File.Exists(Path.Combine(f, t)))).Select(f => Renamed(f, world)).FirstOrDefault(c => c is not null);
    }

    /// <summary>Why nothing was found, and what to do.</summary>
    public string NotFound(IEnumerable<string> folders) =>
        $"no world below {string.Join(", ", folders.Select(f => $"'{f}'"))} gives this scenario the hash {hash}; name the folder that holds the world with --scenarios, "
        + "or restore the world: it was changed or moved since the run";

    private static IEnumerable<string> Below(string folder) => new[] { folder }.Concat(Directory.EnumerateDirectories(
        folder, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = MaxDepth, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint }));

    private string? World() => (YamlReader.Parse(text.Split(CompiledScenario.Separator)[0], ScenarioFile.StoredName, new DiagnosticBag())?["world"] as YamlText)?.Text;

    private CompiledScenario? Compiled(string root) =>
        CompiledScenario.OfRun(text, root, new DiagnosticBag()) is { } compiled && compiled.Scenario.Hash == hash ? compiled : null;

    /// <summary>Looks at a world of another name through a copy under its own, for the scenario and its tables name each other by path.</summary>
    private CompiledScenario? Renamed(string folder, string world)
    {
        var root = Directory.CreateTempSubdirectory("corridorsim-world").FullName;
        try
        {
            var copy = Path.GetFullPath(Path.Combine(root, world));
            if (!copy.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                return null;
            }

            _ = Directory.CreateDirectory(copy);
            foreach (var table in Directory.EnumerateFiles(folder, "*.csv"))
            {
                File.Copy(table, Path.Combine(copy, Path.GetFileName(table)));
            }

            return Compiled(root);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
