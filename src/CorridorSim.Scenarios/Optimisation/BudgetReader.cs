using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Optimisation;

/// <summary>Reads what the levers may cost together.</summary>
internal static class BudgetReader
{
    public static IReadOnlyList<PolicyBudget> Read(MapReader root, IReadOnlyList<PolicyLever> levers)
    {
        PolicyBudget[] budgets = [.. root.Children(OptimiseKeys.Budgets.Name).Select(b => Read(b.Key, b.Value, levers))];
        var item = root.Map[OptimiseKeys.Budgets.Name];
        for (var lever = 0; lever < levers.Count; lever++)
        {
            if (budgets.Any(b => b.Weights[lever] > 0) && budgets.Any(b => b.Weights[lever] < 0))
            {
                root.Report(item!, $"'{levers[lever].Id}' costs in one budget and saves in another, so that no setting is the cheapest; give its weights one sign");
            }
        }

        foreach (var (budget, name) in budgets.Zip(root.Child(OptimiseKeys.Budgets.Name)?.Map.Entries.Select(e => e.Key) ?? []))
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
        map.Allow(OptimiseKeys.Budgets.Keys());
        if (map.Map[OptimiseKeys.AtMost.Name] is null)
        {
            map.Report(name, $"the budget '{name.Text}' has no limit; add 'at-most:'");
        }

        double[] weights = new double[levers.Count], from = new double[levers.Count];
        if (map.Child(OptimiseKeys.Weights.Name) is not { Map.Entries.Count: > 0 } entries)
        {
            map.Report(map.Map[OptimiseKeys.Weights.Name] ?? name, $"the budget '{name.Text}' weighs no lever; add 'weights: {{ lever: 1 }}'");
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

        return new PolicyBudget(name.Text, map.Text(OptimiseKeys.Unit.Name) ?? string.Empty, map.Number(OptimiseKeys.AtMost) ?? 0, weights, from);
    }

    private static (double Weight, double From) Weight(MapReader entries, YamlEntry entry)
    {
        if (entry.Value is not YamlMap)
        {
            return (entries.Number(OptimiseKeys.PerUnit with { Name = entry.Key.Text }) ?? 0, 0);
        }

        var map = entries.Child(entry.Key.Text)!;
        map.Allow(OptimiseKeys.Weights.Keys());
        if (map.Map[OptimiseKeys.PerUnit.Name] is null)
        {
            map.Report(entry.Key, $"the weight of '{entry.Key.Text}' lacks 'per-unit'; add it");
        }

        return (map.Number(OptimiseKeys.PerUnit) ?? 0, map.Number(OptimiseKeys.From)!.Value);
    }
}
