using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;

namespace CorridorSim.Model.Countries;

/// <summary>Handles of one indicator: of all nationalities together and of each.</summary>
/// <param name="All">Row of the total, or none.</param>
/// <param name="Each">Row per nationality of the world, or none.</param>
internal sealed record NationalSeries(TickRow All, TickRow[] Each)
{
    /// <summary>Counts a measurement of one nationality.</summary>
    public void Count(int nationality, Octet octet, LaneVector value)
    {
        Recorder.Add(All, octet, value);
        Recorder.Add(Each[nationality], octet, value);
    }
}
