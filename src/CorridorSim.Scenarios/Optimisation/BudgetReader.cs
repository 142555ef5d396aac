using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Optimisation;

/// <summary>Reads what the levers may cost together.</summary>
internal static class BudgetReader
{
    private const double Greatest = 1e12;

    public static IReadOnlyList<PolicyBudget> Read(MapReader root, IReadOnlyList<PolicyLever> levers)
    {
        PolicyBudget[] budgets = [.. root.Children("budgets").Select(b => Read(b.Key, b.Value, levers))];
        var item = root.Map["budgets"];
        for (var lever = 0; lever < levers.Count; lever++)
        {
            if (budgets.Any(b => b.Weights[lever] > 0) && budgets.Any(b => b.Weights[lever] < 0))
            {
                root.Report(item!, $"'{levers[lever].Id}' costs in one budget and saves in another, so that no setting is the cheapest; give its weights one sign");
            }
        }

        foreach (var (budget, name) in budgets.Zip(root.Child("budgets")?.Map.Entries.Select(e => e.Key) ?? []))
        {
            double[] cheapest = [.. levers.Select((l, i) => budget.Weights[i] < 0 ? l.Upper : l.Lower)];
            if (!budget.Allows(cheapest))
            {
                root.Report(name, FormattableString.Invariant($"even the cheapest settings use {budget.Use(cheapest)} of '{budget.Id}', more than {budget.AtMost}; raise 'at-most' or widen the ranges"));
            }
        }

        return budgets;
    }

    private static PolicyBudget Read(YamlText name, MapReader map, IReadOnlyList<PolicyLever> levers)
    {
        map.Allow("at-most", "weights", "unit");
        if (map.Map["at-most"] is null)
        {
            map.Report(name, $"the budget '{name.Text}' has no limit; add 'at-most:'");
        }

        double[] weights = new double[levers.Count], from = new double[levers.Count];
        if (map.Child("weights") is not { Map.Entries.Count: > 0 } entries)
        {
            map.Report(map.Map["weights"] ?? name, $"the budget '{name.Text}' weighs no lever; add 'weights: {{ lever: 1 }}'");
            return new PolicyBudget(name.Text, string.Empty, 0, weights, from);
        }

        foreach (var entry in entries.Map.Entries)
        {
            var lever = levers.ToList().FindIndex(l => l.Id == entry.Key.Text);
            if (lever < 0)
            {
                map.Report(entry.Key, $"unknown lever '{entry.Key.Text}'{Suggestion.For(entry.Key.Text, levers.Select(l => l.Id))}");
                continue;
            }

            (weights[lever], from[lever]) = Weight(entries, entry);
        }

        return new PolicyBudget(name.Text, map.Text("unit") ?? string.Empty, map.Number("at-most", -Greatest, Greatest) ?? 0, weights, from);
    }

    private static (double Weight, double From) Weight(MapReader entries, YamlEntry entry)
    {
        if (entry.Value is not YamlMap)
        {
            return (entries.Number(entry.Key.Text, -Greatest, Greatest) ?? 0, 0);
        }

        var map = entries.Child(entry.Key.Text)!;
        map.Allow("per-unit", "from");
        if (map.Map["per-unit"] is null)
        {
            map.Report(entry.Key, $"the weight of '{entry.Key.Text}' lacks 'per-unit'; add it");
        }

        return (map.Number("per-unit", -Greatest, Greatest) ?? 0, map.Number("from", -Greatest, Greatest) ?? 0);
    }
}
