using CorridorSim.Scenarios;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Cli.Verbs.New;

/// <summary>A scenario that comes with the program, with the scenarios that it extends and their world.</summary>
/// <param name="Id">Name of its file, without the ending.</param>
internal sealed record ShippedScenario(string Id)
{
    private const string Ending = ".yaml";

    /// <summary>The scenarios there are; sweeps, searches, comparisons and calibrations have a dot in their names.</summary>
    public static IEnumerable<string> Ids => ShippedFiles.Scenarios is { } folder
        ? Directory.EnumerateFiles(folder, "*" + Ending).Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => !n.Contains('.', StringComparison.Ordinal))
        : [];

    /// <summary>The scenario of a name, with or without its ending; null when there is none.</summary>
    public static ShippedScenario? Find(string name)
    {
        var id = name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length] : name;
        return Ids.Contains(id) ? new ShippedScenario(id) : null;
    }

    /// <summary>Copies everything that it needs; paths stay as they are, so that results have the same hashes.</summary>
    public void CopyTo(string target)
    {
        var root = ShippedFiles.Scenarios!;
        for (var file = Id + Ending; file is not null;)
        {
            File.Copy(Path.Combine(root, file), Path.Combine(target, file));
            var map = YamlReader.Read(Path.Combine(root, file), file, new DiagnosticBag());
            if (Text(map, "world") is { } world)
            {
                CopyFolder(Path.Combine(root, world), Path.Combine(target, world));
            }

            file = Text(map, "extends");
        }
    }

    private static string? Text(YamlMap? map, string key) => (map?[key] as YamlText)?.Text;

    private static void CopyFolder(string source, string target)
    {
        _ = Directory.CreateDirectory(target);
        foreach (var table in Directory.EnumerateFiles(source))
        {
            File.Copy(table, Path.Combine(target, Path.GetFileName(table)), overwrite: true);
        }
    }
}
