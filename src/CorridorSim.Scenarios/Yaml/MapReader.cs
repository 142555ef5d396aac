using System.Globalization;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Texts;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Yaml;

/// <summary>Reads typed values from a mapping and reports what is wrong with them where they stand.</summary>
/// <param name="map">The mapping.</param>
/// <param name="bag">Receives what is wrong.</param>
public sealed class MapReader(YamlMap map, DiagnosticBag bag)
{
    /// <summary>The mapping.</summary>
    public YamlMap Map => map;

    /// <summary>Reports every key that is not known.</summary>
    public void Allow(params string[] known)
    {
        foreach (var entry in map.Entries.Where(e => !known.Contains(e.Key.Text)))
        {
            Report(entry.Key, $"unknown key '{entry.Key.Text}'{Suggestion.For(entry.Key.Text, known)}");
        }
    }

    /// <summary>Reports something about an item.</summary>
    public void Report(YamlItem item, string message)
    {
        ArgumentNullException.ThrowIfNull(item);
        bag.Add(item.File, item.Line, item.Column, message);
    }

    /// <summary>A text; reports a missing one when it is required.</summary>
    public string? Text(string key, bool required = false)
    {
        switch (map[key])
        {
            case YamlText text:
                return text.Text;
            case null:
                if (required)
                {
                    Report(map, $"the key '{key}' is missing; add it");
                }

                return null;
            case var other:
                Report(other, $"'{key}' must be a single value");
                return null;
        }
    }

    /// <summary>Reports a file that does not state the version of the format.</summary>
    public void DemandVersion()
    {
        if (Whole("corridorsim", 1, 1) is null && map["corridorsim"] is null)
        {
            Report(map, "the first key must be 'corridorsim: 1', the version of the format");
        }
    }

    /// <summary>The identifier of the file; reports one that is missing or not valid.</summary>
    public string Identifier()
    {
        var id = Text("id", true) ?? string.Empty;
        if (map["id"] is { } item && IdentifierText.FileComplaint(id) is { } complaint)
        {
            Report(item, complaint);
        }

        return id;
    }

    /// <summary>A mapping; null when missing.</summary>
    public MapReader? Child(string key)
    {
        switch (map[key])
        {
            case YamlMap child:
                return new MapReader(child, bag);
            case null:
                return null;
            case var other:
                Report(other, $"'{key}' must be a mapping of keys and values");
                return null;
        }
    }

    /// <summary>One mapping, or each of a list of them.</summary>
    public IReadOnlyList<MapReader> Several(string key)
    {
        if (map[key] is not YamlList list)
        {
            return Child(key) is { } only ? [only] : [];
        }

        foreach (var item in list.Items.Where(i => i is not YamlMap))
        {
            Report(item, $"'{key}' must be a mapping of keys and values, or a list of such mappings");
        }

        return [.. list.Items.OfType<YamlMap>().Select(item => new MapReader(item, bag))];
    }

    /// <summary>Entries of a child mapping that are mappings themselves.</summary>
    public IEnumerable<(YamlText Key, MapReader Value)> Children(string key)
    {
        foreach (var entry in Child(key)?.Map.Entries ?? [])
        {
            if (entry.Value is YamlMap child)
            {
                yield return (entry.Key, new MapReader(child, bag));
            }
            else
            {
                Report(entry.Value, $"'{entry.Key.Text}' must be a mapping of keys and values");
            }
        }
    }

    /// <summary>A number within bounds.</summary>
    public double? Number(string key, double minimum, double maximum) =>
        map[key] is { } item ? Number(item, key, minimum, maximum) : null;

    /// <summary>A whole number within bounds.</summary>
    public int? Whole(string key, int minimum, int maximum)
    {
        if (Number(key, minimum, maximum) is not { } number)
        {
            return null;
        }

        if (number != Math.Floor(number))
        {
            Report(map[key]!, $"'{key}' must be a whole number");
            return null;
        }

        return (int)number;
    }

    /// <summary>The key of random draws, a whole number from 0 to 9e15.</summary>
    public ulong? Seed(string key = "seed")
    {
        if (Number(key, 0, 9e15) is not { } number)
        {
            return null;
        }

        if (number != Math.Floor(number))
        {
            Report(map[key]!, $"'{key}' must be a whole number");
            return null;
        }

        return (ulong)number;
    }

    /// <summary>A list of names, or one name.</summary>
    public IReadOnlyList<YamlText> Names(string key)
    {
        switch (map[key])
        {
            case YamlText text:
                return [text];
            case YamlList list:
                foreach (var item in list.Items.Where(i => i is not YamlText))
                {
                    Report(item, $"'{key}' must be a list of names");
                }

                return [.. list.Items.OfType<YamlText>()];
            case null:
                return [];
            case var other:
                Report(other, $"'{key}' must be a list of names");
                return [];
        }
    }

    /// <summary>Indices of the names in a list, with unknown ones reported.</summary>
    public IReadOnlyList<int> Indices(string key, IReadOnlyList<string> valid, string what)
    {
        ArgumentNullException.ThrowIfNull(valid);
        var indices = new List<int>();
        foreach (var name in Names(key))
        {
            var index = valid.ToList().IndexOf(name.Text);
            if (index < 0)
            {
                Report(name, $"unknown {what} '{name.Text}'{Suggestion.For(name.Text, valid)}");
            }
            else
            {
                indices.Add(index);
            }
        }

        return indices;
    }

    /// <summary>A date <c>yyyy-MM</c> or <c>yyyy-MM-dd</c> as calendar month.</summary>
    public double? Month(string key)
    {
        if (map[key] is not YamlText text)
        {
            return null;
        }

        if (DateText.TryParse(text.Text, out var month))
        {
            return month;
        }

        Report(text, DateText.Complaint(text.Text));
        return null;
    }

    /// <summary>A value, <c>{ value, range, basis, source }</c> or a distribution such as <c>{ triangular: [1, 2, 4] }</c>.</summary>
    public SizedValue? Sized(string key, double minimum, double maximum)
    {
        switch (map[key])
        {
            case null:
                return null;
            case YamlText { IsQuoted: false, Text: "true" or "false" } flag when minimum <= 0 && maximum == 1:
                return new SizedValue(Distribution.Constant(flag.Text == "true" ? 1 : 0), null, null, null, flag);
            case YamlText text:
                return Number(text, key, minimum, maximum) is { } number ? new SizedValue(Distribution.Constant(number), null, null, null, text) : null;
            case YamlMap inner:
                return Sized(new MapReader(inner, bag), key, minimum, maximum);
            case var other:
                Report(other, $"'{key}' must be a number or a mapping with a value");
                return null;
        }
    }

    private static SizedValue? Sized(MapReader inner, string key, double minimum, double maximum)
    {
        string[] families = [.. DistributionText.Families.Keys];
        inner.Allow(["value", "range", "basis", "source", .. families]);
        var basis = inner.Text("basis");
        if (basis is not (null or "published" or "assumption"))
        {
            inner.Report(inner.Map["basis"]!, $"unknown basis '{basis}'; use published or assumption");
        }

        YamlEntry[] stated = [.. inner.Map.Statements];
        if (stated.Length > 1)
        {
            inner.Report(stated[1].Key, $"'{key}' is stated twice, by '{stated[0].Key.Text}' and by '{stated[1].Key.Text}'; keep one");
        }

        var family = inner.Map.Entries.FirstOrDefault(e => families.Contains(e.Key.Text));
        Distribution? value = family is not null
            ? inner.Family(family.Key.Text, minimum, maximum)
            : inner.Number("value", minimum, maximum) is { } number ? Model.Inputs.Distribution.Constant(number) : null;
        if (family is null && inner.Map["value"] is null)
        {
            inner.Report(inner.Map, $"'{key}' has no value; add 'value:' or a distribution");
        }

        var range = inner.Map["range"] is null ? null : inner.Numbers("range", 2, minimum, maximum);
        if (range is not null && range[0] > range[1])
        {
            inner.Report(inner.Map["range"]!, "the range is reversed; write the least first");
        }
        else if (range is not null && value?.Central is { } central && (central < range[0] || central > range[1]))
        {
            inner.ReportOutside(inner.Map["value"] ?? family!.Value, central, range);
        }

        return value is { } known ? new SizedValue(known, range, basis, inner.Text("source"), inner.Map) : null;
    }

    /// <summary>Only where one file states both: a child may go beyond what its parent thought plausible.</summary>
    private void ReportOutside(YamlItem item, double central, double[] range)
    {
        if (item.File == map["range"]!.File)
        {
            Report(item, string.Create(CultureInfo.InvariantCulture, $"{central} lies outside its own range {range[0]} to {range[1]}; mend the value or widen the range"));
        }
    }

    private Distribution? Family(string family, double minimum, double maximum)
    {
        var numbers = Numbers(family, DistributionText.Families[family].Numbers, double.NegativeInfinity, double.PositiveInfinity);
        if (numbers is null)
        {
            return null;
        }

        var made = DistributionText.Create(family, numbers, out var error);
        if (made is null)
        {
            Report(map[family]!, error);
        }
        else if (made.Value.Kind is DistributionKind.Uniform or DistributionKind.Triangular && (numbers[0] < minimum || numbers[^1] > maximum))
        {
            Report(map[family]!, string.Create(CultureInfo.InvariantCulture, $"the distribution leaves the allowed range {minimum} to {maximum}"));
        }

        return made;
    }

    private double[]? Numbers(string key, int count, double minimum, double maximum)
    {
        if (map[key] is not YamlList list || list.Items.Count != count)
        {
            Report(map[key] ?? map, $"'{key}' must be a list of {count} numbers");
            return null;
        }

        var numbers = list.Items.Select(i => Number(i, key, minimum, maximum)).ToArray();
        return numbers.All(n => n is not null) ? [.. numbers.Select(n => n!.Value)] : null;
    }

    private double? Number(YamlItem item, string key, double minimum, double maximum)
    {
        if (item is not YamlText text)
        {
            Report(item, $"'{key}' must be a number, such as 12.5");
            return null;
        }

        if (text.IsQuoted || !NumberText.TryParse(text.Text, out var value))
        {
            Report(item, $"'{key}' must be a number: {(NumberText.TryParse(text.Text, out _) ? $"'{text.Text}' is a text; write it without quotes" : NumberText.Complaint(text.Text))}");
            return null;
        }

        if (value < minimum || value > maximum)
        {
            Report(item, string.Create(CultureInfo.InvariantCulture, $"'{key}' is {text.Text}; it must lie between {minimum} and {maximum}"));
            return null;
        }

        return value;
    }
}
