using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Sweeps;

/// <summary>Reads what policies are judged by and what parties care about.</summary>
internal static class InterestReader
{
    public static IReadOnlyList<InterestText> Goals(MapReader root) => [.. root.Children(SweepKeys.Goals.Name).Select(g => Read(g.Key, g.Value, SweepKeys.Goals))];

    public static IReadOnlyList<PartyText> Parties(MapReader root, IReadOnlyList<string> countries)
    {
        var parties = new List<PartyText>();
        foreach (var (name, map) in root.Children(SweepKeys.Parties.Name))
        {
            map.Allow(SweepKeys.Parties.Keys());
            if (!countries.Contains(name.Text))
            {
                map.Report(name, $"unknown country '{name.Text}'{Suggestion.For(name.Text, countries)}");
            }

            InterestText[] interests = [.. map.Children(SweepKeys.Interests.Name).Select(i => Read(i.Key, i.Value, SweepKeys.Interests))];
            if (interests.Length == 0)
            {
                map.Report(name, $"'{name.Text}' has no interests; add 'interests:' with indicators and weights");
            }

            parties.Add(new PartyText(name.Text, interests, map.Number(SweepKeys.PaymentWorth)!.Value));
        }

        return parties;
    }

    private static InterestText Read(YamlText name, MapReader map, FileKey owner)
    {
        map.Allow(owner.Keys());
        return new InterestText(name, map.Choice(SweepKeys.Better) == "more", map.Number(SweepKeys.Weight)!.Value, map.Number(SweepKeys.Threshold));
    }
}
