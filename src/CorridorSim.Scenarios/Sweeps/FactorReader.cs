using System.Globalization;
using CorridorSim.Model;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Texts;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Sweeps;

/// <summary>Reads the factors of a sweep.</summary>
/// <param name="scenario">The base.</param>
public sealed class FactorReader(CompiledScenario scenario)
{
    private static readonly string[] Sources = [SweepKeys.Values.Name, SweepKeys.Range.Name, SweepKeys.Distribution.Name];

    private readonly FactorPaths _paths = new(scenario);
    private readonly Dictionary<Slot, Distribution> _settings = scenario.Experiment.Variants[0].Settings.ToDictionary(s => s.Slot, s => s.Value);

    /// <summary>The factors of a file; what is wrong is reported.</summary>
    public IReadOnlyList<SweepFactor> Read(MapReader root)
    {
        ArgumentNullException.ThrowIfNull(root);
        if (root.Child(SweepKeys.Factors.Name) is not { Map.Entries.Count: > 0 })
        {
            root.Report(root.Map[SweepKeys.Factors.Name] ?? root.Map, "the file varies nothing; add 'factors:' with at least one factor");
            return [];
        }

        SweepFactor[] factors = [.. root.Children(SweepKeys.Factors.Name).Select(f => Read(f.Key, f.Value)).OfType<SweepFactor>()];
        CheckApart(root, factors);
        return factors;
    }

    /// <summary>Reports factors that vary what another varies or what the sweep sets: only one of the two values would count.</summary>
    private void CheckApart(MapReader root, SweepFactor[] factors)
    {
        var paths = root.Child(SweepKeys.Factors.Name)!;
        for (var f = 0; f < factors.Length; f++)
        {
            var item = (paths.Child(factors[f].Id)?.Map[SweepKeys.Path.Name] ?? paths.Map)!;
            if (Array.Find(factors[..f], other => other.Slots.Intersect(factors[f].Slots).Any()) is { } first)
            {
                paths.Report(item, $"'{factors[f].Path}' is varied by the factor '{first.Id}' already; keep one");
            }

            foreach (var set in root.Child(SweepKeys.Set.Name)?.Map.Entries ?? [])
            {
                if (_paths.Find(set.Key.Text)?.Intersect(factors[f].Slots).Any() == true)
                {
                    paths.Report(item, $"'{factors[f].Path}' is fixed by 'set'; remove it there or here");
                }
            }
        }
    }

    private SweepFactor? Read(YamlText name, MapReader map)
    {
        map.Allow(SweepKeys.Factors.Keys());
        if (IdentifierText.FactorComplaint(name.Text) is { } complaint)
        {
            map.Report(name, complaint);
        }

        var kind = Kind(name, map);
        if (map.Text(SweepKeys.Path) is not { } path)
        {
            return null;
        }

        if (_paths.Find(path) is not { } slots)
        {
            map.Report(map.Map[SweepKeys.Path.Name]!, $"unknown path '{path}'{Suggestion.For(path, _paths.All)}");
            return null;
        }

        var slot = scenario.Experiment.World.Slots[slots[0].Index];
        var given = Sources.Where(s => map.Map[s] is not null).ToArray();
        if (given.Length != 1)
        {
            map.Report(given.Length == 0 ? name : map.Map[given[1]]!, $"the factor '{name.Text}' must have one of values, range and distribution, not {given.Length} of them");
            return null;
        }

        var values = given[0] == SweepKeys.Values.Name ? Numbers(map, given[0], slot) : [];
        var distribution = given[0] switch
        {
            _ when given[0] == SweepKeys.Range.Name => Range(map, slot),
            _ when given[0] == SweepKeys.Distribution.Name => Drawn(map, slot),
            _ => Distribution.Constant(0),
        };
        return values is null || distribution is not { } drawn ? null : new SweepFactor
        {
            Id = name.Text,
            Label = map.Text(SweepKeys.Label) ?? name.Text.InWords(),
            Path = path,
            Kind = kind,
            Slots = slots,
            Unit = slot.Unit,
            Values = values,
            Distribution = drawn,
            Steps = map.Whole(SweepKeys.Steps),
            Baseline = _settings.GetValueOrDefault(slots[0], slot.Value).Central,
        };
    }

    private static FactorKind Kind(YamlText name, MapReader map)
    {
        if (map.Map[SweepKeys.FactorKind.Name] is null)
        {
            map.Report(name, $"the factor '{name.Text}' has no kind; add 'kind: lever' or 'kind: uncertainty'");
            return FactorKind.Lever;
        }

        return map.Choice(SweepKeys.FactorKind) == "lever" ? FactorKind.Lever : FactorKind.Uncertainty;
    }

    private static Distribution? Range(MapReader map, InputSlot slot)
    {
        if (Numbers(map, SweepKeys.Range.Name, slot) is not { } ends)
        {
            return null;
        }

        if (ends.Count != 2 || !(ends[0] < ends[1]))
        {
            map.Report(map.Map[SweepKeys.Range.Name]!, "the range must be two numbers, the least first");
            return null;
        }

        return new Distribution(DistributionKind.Uniform, ends[0], ends[1]);
    }

    private static Distribution? Drawn(MapReader map, InputSlot slot)
    {
        if (map.Sized(SweepKeys.Distribution.Name, slot.Minimum, slot.Maximum) is not { } sized)
        {
            return null;
        }

        if (sized.Value.Kind == DistributionKind.Constant)
        {
            map.Report(map.Map[SweepKeys.Distribution.Name]!, $"it is no distribution; use {string.Join(", ", DistributionText.Families.Keys)}");
            return null;
        }

        return sized.Value;
    }

    /// <summary>Numbers, or dates where the input is a month.</summary>
    internal static IReadOnlyList<double>? Numbers(MapReader map, string key, InputSlot slot)
    {
        if (map.Map[key] is not YamlList { Items.Count: > 0 } list)
        {
            map.Report(map.Map[key]!, $"'{key}' must be a list of numbers");
            return null;
        }

        double?[] numbers = [.. list.Items.Select(item => Number(map, item, slot))];
        return numbers.Any(n => n is null) ? null : [.. numbers.Select(n => n!.Value)];
    }

    /// <summary>A number, or a date where the input is a month.</summary>
    internal static double? Number(MapReader map, YamlItem item, InputSlot slot)
    {
        var text = (item as YamlText)?.Text ?? string.Empty;
        if (slot.Unit == InputSlot.Month)
        {
            if (DateText.TryParse(text, out var month))
            {
                return month;
            }

            map.Report(item, DateText.Complaint(text));
            return null;
        }

        if (item is YamlText { IsQuoted: true } || !NumberText.TryParse(text, out var number))
        {
            map.Report(item, NumberText.TryParse(text, out _) ? $"'{text}' is a text; write it without quotes" : NumberText.Complaint(text));
            return null;
        }

        if (number < slot.Minimum || number > slot.Maximum)
        {
            map.Report(item, string.Create(CultureInfo.InvariantCulture, $"{text} lies outside the allowed range {slot.Minimum} to {slot.Maximum} of {slot.Path}"));
            return null;
        }

        return number;
    }
}
