using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Optimisation;

/// <summary>Reads goals and constraints.</summary>
internal static class TargetReader
{
    private const int MostGoals = 3;
    private const double Greatest = 1e15;

    public static IReadOnlyList<GoalText> Goals(MapReader root)
    {
        GoalText[] goals = [.. root.Children("goals").Select(g => Goal(g.Key, g.Value))];
        if (goals.Length is 0 or > MostGoals)
        {
            root.Report(root.Map["goals"] ?? root.Map, $"the file has {goals.Length} goals; give 1 to {MostGoals} under 'goals:', such as 'deaths: {{ better: less }}'");
        }

        return goals;
    }

    public static IReadOnlyList<ConstraintText> Constraints(MapReader root) => [.. root.Children("constraints").Select(c => Constraint(c.Key, c.Value)).OfType<ConstraintText>()];

    private static GoalText Goal(YamlText indicator, MapReader map)
    {
        map.Allow("better", "at", "statistic");
        var better = Word(map, "better", true, "less", "more");
        var statistic = Word(map, "statistic", false, "mean", "median");
        return new GoalText(indicator, map.Map["at"] as YamlText, better == "more", statistic == "median");
    }

    private static ConstraintText? Constraint(YamlText name, MapReader map)
    {
        map.Allow("indicator", "at", "below", "above", "of", "probability");
        _ = map.Text("indicator", true);
        var of = Word(map, "of", false, "level", "change");
        var below = map.Number("below", -Greatest, Greatest);
        var above = map.Number("above", -Greatest, Greatest);
        if (map.Map["below"] is null == map.Map["above"] is null)
        {
            map.Report(name, $"the constraint '{name.Text}' needs either 'below' or 'above', and not both");
        }

        var probability = map.Number("probability", 0.01, 1) ?? 0.9;
        return map.Map["indicator"] is not YamlText indicator || (below ?? above) is not { } level
            ? null
            : new ConstraintText(name.Text, indicator, map.Map["at"] as YamlText, below is not null, level, probability, of == "change");
    }

    /// <summary>One of two words, the first when none is given.</summary>
    private static string Word(MapReader map, string key, bool required, string first, string second)
    {
        var word = map.Text(key, required);
        if (word is not null && word != first && word != second)
        {
            map.Report(map.Map[key]!, $"unknown value '{word}' of '{key}'; use {first} or {second}");
        }

        return word ?? first;
    }
}
