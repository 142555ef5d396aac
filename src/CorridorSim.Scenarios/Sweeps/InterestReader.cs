using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Sweeps;

/// <summary>Reads what policies are judged by and what parties care about.</summary>
internal static class InterestReader
{
    private const double MostWeight = 1e9;

    public static IReadOnlyList<InterestText> Goals(MapReader root) => [.. root.Children("goals").Select(g => Read(g.Key, g.Value, "threshold"))];

    public static IReadOnlyList<PartyText> Parties(MapReader root, IReadOnlyList<string> countries)
    {
        var parties = new List<PartyText>();
        foreach (var (name, map) in root.Children("parties"))
        {
            map.Allow("interests", "payment-worth");
            if (!countries.Contains(name.Text))
            {
                map.Report(name, $"unknown country '{name.Text}'{Suggestion.For(name.Text, countries)}");
            }

            InterestText[] interests = [.. map.Children("interests").Select(i => Read(i.Key, i.Value, "weight"))];
            if (interests.Length == 0)
            {
                map.Report(name, $"'{name.Text}' has no interests; add 'interests:' with indicators and weights");
            }

            parties.Add(new PartyText(name.Text, interests, map.Number("payment-worth", 1e-9, MostWeight) ?? 1));
        }

        return parties;
    }

    private static InterestText Read(YamlText name, MapReader map, string number)
    {
        map.Allow("better", number);
        var better = map.Text("better", true);
        if (better is not (null or "more" or "less"))
        {
            map.Report(map.Map["better"]!, $"unknown value '{better}'; use more or less");
        }

        return new InterestText(
            name, better == "more", map.Number("weight", 0, MostWeight) ?? 1, map.Number("threshold", double.MinValue, double.MaxValue));
    }
}
