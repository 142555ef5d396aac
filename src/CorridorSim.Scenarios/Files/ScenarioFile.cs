using System.Globalization;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Files;

/// <summary>Loads scenario files with their parents; no path leaves the folder of the file that was asked for.</summary>
public static class ScenarioFile
{
    /// <summary>Name of a scenario that is kept with what came of it.</summary>
    public const string StoredName = "scenario.yaml";

    /// <summary>Most scenarios that extend each other.</summary>
    public const int MostParents = 16;

    // Keys at which a child says once more that there is nothing: conditions name one place of four.
    private static readonly string[] MayBeAbsent = ["leg", "border", "channel", "country", "nationality"];

    /// <summary>Loads a scenario; reports what is wrong and returns null.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="settings">Values that replace those of the file, as <c>path=value</c>.</param>
    /// <param name="bag">Receives what is wrong.</param>
    /// <param name="movesParent">Whether settings of the world hold for the parent as well.</param>
    public static LoadedScenario? Load(string path, IReadOnlyList<string> settings, DiagnosticBag bag, bool movesParent = false)
    {
        ArgumentNullException.ThrowIfNull(bag);
        ArgumentNullException.ThrowIfNull(settings);
        var root = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        return YamlReader.Read(path, path, bag) is { } map ? Follow(map, path, root, settings, bag, movesParent) : null;
    }

    /// <summary>Whether a setting is about the world rather than about policy or the simulation.</summary>
    /// <param name="setting">The setting, as <c>path=value</c>.</param>
    public static bool IsOfWorld(string setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return ScenarioPath.InFile(setting.Split('=', 2)[0]) is [CommonKeys.Assumptions, ..];
    }

    /// <summary>Loads a scenario that is not in a file yet; reports what is wrong and returns null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="root">Folder in which its world and the scenarios it extends lie.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static LoadedScenario? Parse(string text, string root, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        return YamlReader.Parse(text, StoredName, bag) is { } map ? Follow(map, Path.Combine(root, StoredName), Path.GetFullPath(root), [], bag, movesParent: false) : null;
    }

    private static LoadedScenario? Follow(YamlMap first, string path, string root, IReadOnlyList<string> settings, DiagnosticBag bag, bool movesParent)
    {
        var chain = new List<(string Path, YamlMap Map)> { (Path.GetFullPath(path), first) };
        var next = Parent(first, root, chain, bag);
        while (next is not null)
        {
            if (YamlReader.Read(next, next, bag) is not { } map)
            {
                return null;
            }

            chain.Add((Path.GetFullPath(next), map));
            next = Parent(map, root, chain, bag);
        }

        if (bag.HasErrors)
        {
            return null;
        }

        var includes = new Includes(root, bag);
        var parent = chain.Count > 1 ? Merge(chain.Skip(1).Select(c => includes.Expand(c.Map))) : null;
        var below = (parent, includes.Below(first)) switch
        {
            ({ } inherited, { } included) => inherited.With(included),
            var (inherited, included) => inherited ?? included,
        };
        if (below is not null)
        {
            CheckRemovals(below, first, bag);
        }

        if (bag.HasErrors)
        {
            return null;
        }

        var merged = Merge([first with { Entries = [.. first.Entries.Where(e => e.Key.Text != "include")] }, .. below is null ? Array.Empty<YamlMap>() : [below]]);
        var changes = new List<SettingChange>();
        foreach (var setting in settings)
        {
            changes.Add(SettingChange.Of(merged, setting));
            merged = Apply(merged, setting, bag);
            parent = parent is not null && movesParent && IsOfWorld(setting) ? Apply(parent, setting, bag) : parent;
        }

        var dose = new Dose(bag);
        return new LoadedScenario(path, root, dose.Apply(merged), parent is null ? null : dose.Apply(parent))
        {
            Own = first,
            Changes = changes,
            Stated = Stated([.. chain.Select(c => c.Map), merged, .. below is null ? Array.Empty<YamlMap>() : [below]]),
        };
    }

    /// <summary>Paths of all clauses that any of the maps states.</summary>
    private static HashSet<string> Stated(IEnumerable<YamlMap> maps)
    {
        var stated = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in maps)
        {
            foreach (var (id, country) in Children(map[CommonKeys.Measures]))
            {
                stated.UnionWith(Children(country).Select(m => $"measures.{id}.provisions.{m.Key}"));
            }

            foreach (var (id, agreement) in Children(map[CommonKeys.Agreements]))
            {
                stated.UnionWith(Children((agreement as YamlMap)?[CommonKeys.Provisions]).Select(p => $"agreements.{id}.provisions.{p.Key}"));
            }
        }

        return stated;
    }

    private static IEnumerable<(string Key, YamlItem Value)> Children(YamlItem? item) =>
        item is YamlMap map ? map.Entries.Select(e => (e.Key.Text, e.Value)) : [];

    private static YamlMap Merge(IEnumerable<YamlMap> childFirst)
    {
        var maps = childFirst.Reverse().ToArray();
        return maps.Skip(1).Aggregate(maps[0].WithoutNulls(), (below, above) => below.With(above));
    }

    /// <summary>Reports a <c>null</c> that removes nothing: mostly the name of something else, misspelt.</summary>
    private static void CheckRemovals(YamlMap below, YamlMap above, DiagnosticBag bag)
    {
        foreach (var entry in above.Entries)
        {
            if (entry.Value is YamlMap child)
            {
                CheckRemovals(below[entry.Key.Text] as YamlMap ?? new YamlMap(below.File, below.Line, below.Column, []), child, bag);
            }
            else if (entry.Value is YamlText { IsNull: true } && below[entry.Key.Text] is null && below.Entries.Count > 0 && !MayBeAbsent.Contains(entry.Key.Text))
            {
                bag.Add(entry.Key.File, entry.Key.Line, entry.Key.Column, $"there is no '{entry.Key.Text}' to remove{Suggestion.For(entry.Key.Text, below.Entries.Select(e => e.Key.Text))}");
            }
        }
    }

    private static string? Parent(YamlMap map, string root, List<(string Path, YamlMap Map)> chain, DiagnosticBag bag)
    {
        if (map["extends"] is not YamlText extends)
        {
            return null;
        }

        void Report(string message) => bag.Add(extends.File, extends.Line, extends.Column, message);
        var target = Path.GetFullPath(Path.Combine(root, extends.Text));
        if (Path.IsPathRooted(extends.Text) || !IsInside(root, target))
        {
            Report($"'{extends.Text}' lies outside the folder of the scenario; extend a file in the same folder or below it");
            return null;
        }

        if (chain.Any(c => c.Path == target))
        {
            Report($"'{extends.Text}' extends this scenario in a circle; remove one 'extends'");
            return null;
        }

        if (chain.Count > MostParents)
        {
            Report($"more than {MostParents} scenarios extend each other; shorten the chain");
            return null;
        }

        if (!File.Exists(target))
        {
            Report($"there is no file '{extends.Text}' in the folder of the scenario; check the name");
            return null;
        }

        return Path.GetRelativePath(Directory.GetCurrentDirectory(), target);
    }

    internal static bool IsInside(string root, string target) =>
        IsBelow(root, target) && LinksStayInside(root, target);

    private static bool IsBelow(string root, string target) =>
        target.StartsWith(Path.GetFullPath(root).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>No step from the root to the target may be a link that leads out of the root.</summary>
    private static bool LinksStayInside(string root, string target)
    {
        var step = Path.GetFullPath(root);
        foreach (var name in Path.GetRelativePath(step, target).Split(Path.DirectorySeparatorChar))
        {
            step = Path.Combine(step, name);
            FileSystemInfo info = Directory.Exists(step) ? new DirectoryInfo(step) : new FileInfo(step);
            if (info.LinkTarget is not null && (info.ResolveLinkTarget(true)?.FullName is not { } end || !IsBelow(root, end)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A scenario with a value set.</summary>
    internal static YamlMap Apply(YamlMap map, string setting, DiagnosticBag bag)
    {
        var text = $"--set {setting}";
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || equals == setting.Length - 1)
        {
            bag.Add("--set", 1, 1, equals > 0
                ? $"'{setting}' has no value; write one behind the equals sign, or null to remove what the scenario states"
                : $"'{setting}' is not of the form path=value");
            return map;
        }

        var keys = ScenarioPath.InFile(setting[..equals]);
        var value = YamlReader.ParseValue(setting[(equals + 1)..], text, bag);
        if (value is null)
        {
            return map;
        }

        if (keys is [(CommonKeys.Agreements or CommonKeys.Measures), .., ScenarioPath.InForce])
        {
            return Switch(map, keys[..^1], value, text, bag);
        }

        if (PolicyNames.Complete(map, keys) is { } whole)
        {
            bag.Add(text, 1, 1, $"'{keys[0]}' is no part of a scenario by itself; write the path from the beginning, such as {whole}");
            return map;
        }

        var (path, item) = InList(map, keys, value, text);
        var child = Nested(path, item, text);
        CheckRemovals(map, child, bag);
        return map.With(child);
    }

    /// <summary>A value within a list that the scenario has, such as <c>thresholds.0.kusd</c>, as a value of the whole list.</summary>
    private static (string[] Keys, YamlItem Value) InList(YamlMap map, string[] keys, YamlItem value, string text)
    {
        YamlItem? at = map;
        for (var i = 0; i + 1 < keys.Length && at is YamlMap inner; i++)
        {
            at = inner[keys[i]];
            if (at is YamlList list && int.TryParse(keys[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < list.Items.Count)
            {
                var within = i + 2 == keys.Length ? value : Nested(keys[(i + 2)..], value, text);
                var item = list.Items[place] is YamlMap before && within is YamlMap after ? before.With(after) : within;
                return (keys[..(i + 1)], list with { Items = [.. list.Items.Select((old, n) => n == place ? item : old)] });
            }
        }

        return (keys, value);
    }

    /// <summary>An agreement, clause or measure as a whole: 0 takes it out, 1 leaves it in.</summary>
    private static YamlMap Switch(YamlMap map, string[] keys, YamlItem value, string text, DiagnosticBag bag)
    {
        if (value is YamlText { Text: "1" })
        {
            return map;
        }

        if (value is not YamlText { Text: "0" })
        {
            bag.Add(text, 1, 1, "'in-force' is 0 or 1");
            return map;
        }

        var child = Nested(keys, new YamlText(text, 1, 1, "null"), text);
        CheckRemovals(map, child, bag);
        return map.With(child);
    }

    private static YamlMap Nested(string[] keys, YamlItem value, string text) => (YamlMap)keys.Reverse().Aggregate(
        value, (item, key) => new YamlMap(text, 1, 1, [new YamlEntry(new YamlText(text, 1, 1, key), item)]));
}
