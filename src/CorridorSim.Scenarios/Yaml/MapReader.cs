using System.Globalization;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Texts;

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
    public int? Whole(string key, int minimum, int maximum) => (int?)WholeNumber(key, minimum, maximum);

    /// <summary>The key of random draws, a whole number from 0 to 9e15.</summary>
    public ulong? Seed(string key = "seed") => (ulong?)WholeNumber(key, 0, 9e15);

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

    /// <summary>The countries whose codes are in a list, with unknown ones reported.</summary>
    public IReadOnlyList<CountryIndex> Countries(string key, IReadOnlyList<string> codes) => [.. Indices(key, codes, "country").Select(i => new CountryIndex(i))];

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

    /// <summary>A month <c>yyyy-MM</c>, in whole; a day of it is reported.</summary>
    public int? WholeMonth(string key)
    {
        if (map[key] is YamlText { Text: [_, _, _, _, '-', _, _, '-', ..] } text && DateText.TryParse(text.Text, out _))
        {
            Report(text, $"'{key}' counts whole months; write {text.Text[..7]}");
            return null;
        }

        return (int?)Month(key);
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
                return SizedReader.Read(new MapReader(inner, bag), key, minimum, maximum);
            case var other:
                Report(other, $"'{key}' must be a number or a mapping with a value");
                return null;
        }
    }

    /// <summary>A number within bounds, of an item.</summary>
    internal double? Number(YamlItem item, string key, double minimum, double maximum)
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

    private double? WholeNumber(string key, double minimum, double maximum)
    {
        var number = Number(key, minimum, maximum);
        if (number is null || number == Math.Floor(number.Value))
        {
            return number;
        }

        Report(map[key]!, $"'{key}' must be a whole number");
        return null;
    }
}
