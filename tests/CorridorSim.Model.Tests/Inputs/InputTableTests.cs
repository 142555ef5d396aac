using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Tests.Inputs;

public sealed class InputTableTests
{
    private const int Lanes = 2 * LaneTable.OctetLanes;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 7)]
    [InlineData(2, 8)]
    [InlineData(1, 15)]
    public void A_slot_finds_its_own_row_in_every_lane(int slot, int lane)
    {
        var inputs = Numbered();

        Assert.Equal((100 * slot) + lane, inputs.Lane(new Slot(slot), lane));
        Assert.Equal((100 * slot) + lane, inputs[new Slot(slot), lane / LaneTable.OctetLanes][lane % LaneTable.OctetLanes]);
    }

    [Fact]
    public void It_has_the_lanes_of_its_rows()
    {
        var inputs = Numbered();

        Assert.Equal((Lanes, 2), (inputs.Lanes, inputs.Octets));
    }

    /// <summary>Three inputs whose value says which input and which lane it is.</summary>
    private static InputTable Numbered()
    {
        var rows = new LaneTable(3, Lanes);
        for (var row = 0; row < rows.Rows; row++)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                rows.SetLane(row, lane, (100 * row) + lane);
            }
        }

        return new InputTable(rows);
    }
}
