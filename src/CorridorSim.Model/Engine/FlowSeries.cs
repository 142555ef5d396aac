using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Engine;

/// <summary>
/// The series by nationality that tell where flows come from and how they end: admissions by channel, entries over the
/// headline passages, arrivals at a border between and at ports, and people whom its country sends home.
/// </summary>
public static class FlowSeries
{
    /// <summary>True for such a series; totals over nationalities are recorded anyway.</summary>
    public static bool Includes(WorldPlan world, SeriesKey key)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(key);
        return key.Nationality != SeriesKey.All && key.Variable switch
        {
            Indicators.Admissions or Indicators.IrregularArrivals or Indicators.EncountersAtPorts => true,
            Indicators.IrregularEntries => world.HeadlinePassages.Contains(key.Where),
            Indicators.SentHome => world.Borders.Any(b => world.Countries[b.Destination.Index].Code == key.Where),
            _ => false,
        };
    }
}
