using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Optimisation;

/// <summary>Reads goals and constraints.</summary>
internal static class TargetReader
{
    private const int MostGoals = 3;

    public static IReadOnlyList<GoalText> Goals(MapReader root)
    {
        GoalText[] goals = [.. root.Children(OptimiseKeys.Goals.Name).Select(g => Goal(g.Key, g.Value))];
        if (goals.Length is 0 or > MostGoals)
        {
            root.Report(root.Map[OptimiseKeys.Goals.Name] ?? root.Map, $"the file has {goals.Length} goals; give 1 to {MostGoals} under 'goals:', such as 'deaths: {{ better: less }}'");
        }

        return goals;
    }

    public static IReadOnlyList<ConstraintText> Constraints(MapReader root) => [.. root.Children(OptimiseKeys.Constraints.Name).Select(c => Constraint(c.Key, c.Value)).OfType<ConstraintText>()];

    private static GoalText Goal(YamlText indicator, MapReader map)
    {
        map.Allow(OptimiseKeys.Goals.Keys());
        var better = map.Choice(OptimiseKeys.Better);
        var statistic = map.Choice(OptimiseKeys.Statistic);
        return new GoalText(indicator, map.Map[OptimiseKeys.At.Name] as YamlText, better == "more", statistic == "median");
    }

    private static ConstraintText? Constraint(YamlText name, MapReader map)
    {
        map.Allow(OptimiseKeys.Constraints.Keys());
        _ = map.Text(OptimiseKeys.Indicator);
        var of = map.Choice(OptimiseKeys.Of);
        var below = map.Number(OptimiseKeys.Below);
        var above = map.Number(OptimiseKeys.Above);
        if (map.Map[OptimiseKeys.Below.Name] is null == map.Map[OptimiseKeys.Above.Name] is null)
        {
            map.Report(name, $"the constraint '{name.Text}' needs either 'below' or 'above', and not both");
        }

        var probability = map.Number(OptimiseKeys.Probability)!.Value;
        return map.Map[OptimiseKeys.Indicator.Name] is not YamlText indicator || (below ?? above) is not { } level
            ? null
            : new ConstraintText(name.Text, indicator, map.Map[OptimiseKeys.At.Name] as YamlText, below is not null, level, probability, of == "change");
    }
}
