using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Countries;

/// <summary>The effective value of an input: as policy in force leaves it.</summary>
/// <param name="row">Row of the country that holds it.</param>
internal readonly struct InputRow(int row)
{
    /// <summary>Value in eight lanes.</summary>
    public LaneVector this[Octet octet] => octet[row];
}
