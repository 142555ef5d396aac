using System.Globalization;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Scenarios.Yaml;

/// <summary>Reads sizes written as a mapping: a value or a distribution, with range, basis and source.</summary>
internal static class SizedReader
{
    /// <summary>The size of a key; null when it has mistakes, which are reported.</summary>
    public static SizedValue? Read(MapReader inner, string key, double minimum, double maximum)
    {
        string[] families = [.. DistributionText.Families.Keys];
        inner.Allow([CommonKeys.Value.Name, CommonKeys.Range.Name, CommonKeys.Basis.Name, CommonKeys.Source.Name, .. families]);
        var basis = inner.Map[CommonKeys.Basis.Name] is null ? null : inner.Choice(CommonKeys.Basis);

        YamlEntry[] stated = [.. inner.Map.Statements];
        if (stated.Length > 1)
        {
            inner.Report(stated[1].Key, $"'{key}' is stated twice, by '{stated[0].Key.Text}' and by '{stated[1].Key.Text}'; keep one");
        }

        var family = inner.Map.Entries.FirstOrDefault(e => families.Contains(e.Key.Text));
        Distribution? value = family is not null
            ? Family(inner, family.Key.Text, minimum, maximum)
            : inner.Number(CommonKeys.Value.Name, minimum, maximum) is { } number ? Distribution.Constant(number) : null;
        if (family is null && inner.Map[CommonKeys.Value.Name] is null)
        {
            inner.Report(inner.Map, $"'{key}' has no value; add 'value:' or a distribution");
        }

        var range = inner.Map[CommonKeys.Range.Name] is null ? null : Numbers(inner, CommonKeys.Range.Name, 2, minimum, maximum);
        if (range is not null && range[0] > range[1])
        {
            inner.Report(inner.Map[CommonKeys.Range.Name]!, "the range is reversed; write the least first");
        }
        else if (range is not null && value?.Central is { } central && (central < range[0] || central > range[1]))
        {
            ReportOutside(inner, inner.Map[CommonKeys.Value.Name] ?? family!.Value, central, range);
        }

        return value is { } known ? new SizedValue(known, range, basis, inner.Text(CommonKeys.Source), inner.Map) : null;
    }

    /// <summary>Only where one file states both: a child may go beyond what its parent thought plausible.</summary>
    private static void ReportOutside(MapReader inner, YamlItem item, double central, double[] range)
    {
        if (item.File == inner.Map[CommonKeys.Range.Name]!.File)
        {
            inner.Report(item, string.Create(CultureInfo.InvariantCulture, $"{central} lies outside its own range {range[0]} to {range[1]}; mend the value or widen the range"));
        }
    }

    private static Distribution? Family(MapReader inner, string family, double minimum, double maximum)
    {
        var numbers = Numbers(inner, family, DistributionText.Families[family].Numbers, double.NegativeInfinity, double.PositiveInfinity);
        if (numbers is null)
        {
            return null;
        }

        var made = DistributionText.Create(family, numbers, out var error);
        if (made is null)
        {
            inner.Report(inner.Map[family]!, error);
        }
        else if (made.Value.Kind is DistributionKind.Uniform or DistributionKind.Triangular && (numbers[0] < minimum || numbers[^1] > maximum))
        {
            inner.Report(inner.Map[family]!, string.Create(CultureInfo.InvariantCulture, $"the distribution leaves the allowed range {minimum} to {maximum}"));
        }

        return made;
    }

    private static double[]? Numbers(MapReader inner, string key, int count, double minimum, double maximum)
    {
        if (inner.Map[key] is not YamlList list || list.Items.Count != count)
        {
            inner.Report(inner.Map[key] ?? inner.Map, $"'{key}' must be a list of {count} numbers");
            return null;
        }

        var numbers = list.Items.Select(i => inner.Number(i, key, minimum, maximum)).ToArray();
        return numbers.All(n => n is not null) ? [.. numbers.Select(n => n!.Value)] : null;
    }
}
