namespace CorridorSim.Model.Lanes;

/// <summary>The lanes of one block.</summary>
/// <param name="First">First lane, as number of the experiment.</param>
/// <param name="Count">Number of lanes, at least 1.</param>
public readonly record struct LaneRange(long First, int Count)
{
    /// <summary>Number of lanes rounded up to whole octets; the lanes beyond the count repeat the last lane.</summary>
    public int Padded => (Count + LaneTable.OctetLanes - 1) / LaneTable.OctetLanes * LaneTable.OctetLanes;
}
