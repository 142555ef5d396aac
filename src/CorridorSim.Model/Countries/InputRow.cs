using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Countries;

/// <summary>The effective value of an input: as policy in force leaves it.</summary>
/// <param name="table">Table that holds it.</param>
/// <param name="row">Its row.</param>
internal readonly struct InputRow(LaneTable table, int row)
{
    /// <summary>Value in eight lanes.</summary>
    public LaneVector this[int octet] => table[row, octet];
}
