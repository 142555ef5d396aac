using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Files;

/// <summary>
/// Agreements that a scenario takes from files of their own: <c>include:</c> names them, and what the scenario itself says of them is laid over
/// what they say. A file that was written for no world in particular has places such as <c>$host</c>, which <c>with</c> fills in.
/// </summary>
/// <param name="root">Folder of the scenario, in which the files lie.</param>
/// <param name="bag">Receives what is wrong with them.</param>
public sealed class Includes(string root, DiagnosticBag bag)
{
    /// <summary>The most files that a scenario includes.</summary>
    internal const int MostFiles = 64;

    /// <summary>What the files say that a scenario includes; null when it includes none.</summary>
    public YamlMap? Below(YamlMap scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario[ScenarioKeys.Include.Name] is not { } item)
        {
            return null;
        }

        YamlItem[] items = item is YamlList list ? [.. list.Items] : [item];
        if (items.Length > MostFiles)
        {
            bag.Add(item.File, item.Line, item.Column, $"{items.Length} files are included; at most {MostFiles} are allowed");
        }

        YamlMap[] files = [.. items.Select(Read).OfType<YamlMap>()];
        return files.Length == 0 ? null : files.Skip(1).Aggregate(files[0], (below, above) => below.With(above));
    }

    /// <summary>A scenario laid over what it includes.</summary>
    public YamlMap Expand(YamlMap scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var own = scenario with { Entries = [.. scenario.Entries.Where(e => e.Key.Text != ScenarioKeys.Include.Name)] };
        return Below(scenario) is { } below ? below.With(own) : own;
    }

    private YamlMap? Read(YamlItem item)
    {
        var reader = item is YamlMap map ? new MapReader(map, bag) : null;
        reader?.Allow([ScenarioKeys.IncludedFile, ScenarioKeys.IncludedWith]);
        if ((item is YamlMap named ? named[ScenarioKeys.IncludedFile.Name] : item) is not YamlText name)
        {
            bag.Add(item.File, item.Line, item.Column, "name a file, such as agreements/eu-turkey-2016.yaml, or { file: NAME, with: { $host: USA } }");
            return null;
        }

        var path = Path.GetFullPath(Path.Combine(root, name.Text));
        if (Path.IsPathRooted(name.Text) || !ScenarioFile.IsInside(root, path))
        {
            bag.Add(name.File, name.Line, name.Column, $"'{name.Text}' lies outside the folder of the scenario; include a file in the same folder or below it");
            return null;
        }

        if (!File.Exists(path))
        {
            bag.Add(name.File, name.Line, name.Column, $"there is no file '{name.Text}' in the folder of the scenario; check the name");
            return null;
        }

        var shown = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        if (YamlReader.Read(shown, shown, bag) is not { } file)
        {
            return null;
        }

        var content = new MapReader(file, bag);
        content.Allow(ScenarioKeys.Included);
        content.DemandVersion();
        var filled = reader?.Child(ScenarioKeys.IncludedWith.Name) is { } with ? (YamlMap)Fill(file, Filling(with)) : file;
        return filled with { Entries = [.. filled.Entries.Where(e => e.Key.Text == CommonKeys.Agreements)] };
    }

    private static Dictionary<string, YamlItem> Filling(MapReader with)
    {
        var filling = new Dictionary<string, YamlItem>();
        foreach (var entry in with.Map.Entries)
        {
            if (entry.Key.Text.StartsWith('$'))
            {
                filling[entry.Key.Text] = entry.Value;
            }
            else
            {
                with.Report(entry.Key, $"'{entry.Key.Text}' is no place to fill in; those of a file begin with $, such as $host");
            }
        }

        return filling;
    }

    private static YamlItem Fill(YamlItem item, Dictionary<string, YamlItem> filling) => item switch
    {
        YamlMap map => map with { Entries = [.. map.Entries.Select(e => e with { Value = Fill(e.Value, filling) })] },
        YamlList list => list with { Items = [.. list.Items.Select(i => Fill(i, filling))] },
        YamlText text when filling.TryGetValue(text.Text, out var value) => value,
        _ => item,
    };
}
