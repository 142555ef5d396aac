using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Engine;

/// <summary>Chooses the series that an experiment records.</summary>
internal static class SeriesSelection
{
    public static IReadOnlyList<SeriesInfo> Of(Experiment experiment, IReadOnlyList<SeriesInfo> all)
    {
        if (experiment.Recorded is null)
        {
            return [.. all.Where(s => s.IsHeadline)];
        }

        var byKey = all.ToDictionary(s => s.Key);
        var unknown = experiment.Recorded.Where(k => !byKey.ContainsKey(k)).ToArray();
        if (unknown.Length > 0)
        {
            throw new ArgumentException($"Unknown series: {string.Join(", ", unknown.Select(k => k.ToString()))}.", nameof(experiment));
        }

        return [.. experiment.Recorded.Distinct().Select(k => byKey[k])];
    }
}
