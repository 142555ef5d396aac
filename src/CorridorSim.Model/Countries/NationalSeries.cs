using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Countries;

/// <summary>Handles of one indicator: of all nationalities together and of each.</summary>
/// <param name="All">Handle of the total, or -1.</param>
/// <param name="Each">Handle per nationality of the world, or -1.</param>
internal sealed record NationalSeries(int All, int[] Each)
{
    /// <summary>Counts a measurement of one nationality.</summary>
    public void Count(int nationality, Octet octet, LaneVector value)
    {
        Recorder.Add(All, octet, value);
        Recorder.Add(Each[nationality], octet, value);
    }
}
