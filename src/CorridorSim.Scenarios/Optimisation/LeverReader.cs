using System.Globalization;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Texts;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Optimisation;

/// <summary>Reads what a search may set.</summary>
internal sealed class LeverReader(CompiledScenario scenario)
{
    private const int UsualSteps = 200;
    private const int MostLevers = 50;

    private readonly LeverPaths _paths = new(scenario);

    public IReadOnlyList<PolicyLever> Read(MapReader root)
    {
        if (root.Child(OptimiseKeys.Levers.Name) is not { Map.Entries.Count: > 0 and <= MostLevers } levers)
        {
            root.Report(root.Map[OptimiseKeys.Levers.Name] ?? root.Map, $"the file sets nothing; add 'levers:' with 1 to {MostLevers} levers");
            return [];
        }

        PolicyLever[] read = [.. root.Children(OptimiseKeys.Levers.Name).Select(l => Read(l.Key, l.Value)).OfType<PolicyLever>()];
        foreach (var twice in read.GroupBy(l => l.Slot).Where(g => g.Count() > 1))
        {
            levers.Report(levers.Map, $"{string.Join(" and ", twice.Select(l => $"'{l.Id}'"))} set the same size; remove all but one");
        }

        return read;
    }

    private PolicyLever? Read(YamlText name, MapReader map)
    {
        map.Allow(OptimiseKeys.Levers.Keys());
        var range = Range(name, map);
        if (map.Text(OptimiseKeys.Path) is not { } path)
        {
            return null;
        }

        if (_paths.Find(path) is not { } found)
        {
            map.Report(map.Map[OptimiseKeys.Path.Name]!, $"'{path}' is no size of a clause that the base scenario has{Suggestion.For(path, _paths.All)}");
            return null;
        }

        var slot = scenario.Experiment.World.Slots[found.Slot.Index];
        if (range is not { } ends)
        {
            return null;
        }

        if (ends.Lower < slot.Minimum || ends.Upper > slot.Maximum)
        {
            map.Report(map.Map[OptimiseKeys.Range.Name]!, string.Create(CultureInfo.InvariantCulture, $"the range leaves the allowed one, {slot.Minimum} to {slot.Maximum}"));
        }

        var width = ends.Upper - ends.Lower;
        return new PolicyLever
        {
            Id = name.Text,
            Path = found.Path,
            Slot = found.Slot,
            Unit = slot.Unit,
            Lower = ends.Lower,
            Upper = ends.Upper,
            Step = map.Number(OptimiseKeys.Step.Name, width / 1_000_000, width) ?? width / UsualSteps,
            Baseline = scenario.Experiment.Variants[0].Settings.Where(s => s.Slot == found.Slot).Select(s => s.Value).DefaultIfEmpty(slot.Value).First().Central,
        };
    }

    private static (double Lower, double Upper)? Range(YamlText name, MapReader map)
    {
        if (map.Map[OptimiseKeys.Range.Name] is not YamlList { Items: [YamlText first, YamlText second] } list)
        {
            map.Report(map.Map[OptimiseKeys.Range.Name] ?? name, $"the lever '{name.Text}' needs 'range: [least, greatest]'");
            return null;
        }

        if (!Parse(first, out var lower) || !Parse(second, out var upper) || !(lower < upper))
        {
            map.Report(list, "the range must be two numbers, the least first");
            return null;
        }

        return (lower, upper);
    }

    private static bool Parse(YamlText text, out double number) =>
        NumberText.TryParse(text.Text, out number);
}
