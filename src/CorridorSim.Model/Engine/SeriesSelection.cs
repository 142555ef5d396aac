using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Engine;

/// <summary>Chooses the series that an experiment records.</summary>
internal static class SeriesSelection
{
    public static IReadOnlyList<SeriesInfo> Of(Experiment experiment, SeriesIndex measurable)
    {
        if (experiment.Recorded is null)
        {
            return [.. measurable.Series.Where(s => s.IsHeadline)];
        }

        var unknown = experiment.Recorded.Where(k => measurable.IndexOf(k) < 0).ToArray();
        if (unknown.Length > 0)
        {
            throw new ArgumentException($"Unknown series: {string.Join(", ", unknown.Select(k => k.ToString()))}.", nameof(experiment));
        }

        return [.. experiment.Recorded.Distinct().Select(k => measurable.Series[measurable.IndexOf(k)])];
    }
}
