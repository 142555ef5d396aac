using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Tests.Lanes;

public sealed class LaneTableTests
{
    [Theory]
    [InlineData(0, 8)]
    [InlineData(3, 8)]
    [InlineData(3, 16)]
    [InlineData(5, 64)]
    public void Every_value_has_a_place_of_its_own(int rows, int lanes)
    {
        var table = new LaneTable(rows, lanes);
        for (var row = 0; row < rows; row++)
        {
            for (var lane = 0; lane < lanes; lane++)
            {
                table.SetLane(row, lane, (row * 1000) + lane);
            }
        }

        for (var row = 0; row < rows; row++)
        {
            Assert.Equal(Enumerable.Range(0, lanes).Select(lane => (row * 1000.0) + lane), Enumerable.Range(0, lanes).Select(lane => table.Lane(row, lane)));
            var copied = new double[lanes];
            table.CopyRowTo(row, copied);
            Assert.Equal(Enumerable.Range(0, lanes).Select(lane => (row * 1000.0) + lane), copied);
        }

        Assert.Equal(rows * lanes, table.Values.ToArray().Distinct().Count());
        Assert.Equal(lanes / 8, table.Octets);
    }

    [Fact]
    public void An_octet_holds_eight_neighbouring_lanes()
    {
        var table = new LaneTable(2, 16);
        table[1, 1] = LaneVector.Create(1.0, 2, 3, 4, 5, 6, 7, 8);

        Assert.Equal([0, 0, 1, 2, 8], [table.Lane(1, 7), table.Lane(0, 8), table.Lane(1, 8), table.Lane(1, 9), table.Lane(1, 15)]);
    }

    [Fact]
    public void Adding_filling_and_clearing_touch_what_they_name()
    {
        var table = new LaneTable(2, 16);

        table.FillRow(0, 3);
        table.Add(0, 1, LaneVector.Create(2.0));
        Assert.Equal([3, 5, 0, 0], [table.Lane(0, 7), table.Lane(0, 8), table.Lane(1, 0), table.Lane(1, 15)]);

        table.Clear();
        Assert.All(table.Values.ToArray(), v => Assert.Equal(0, v));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 7)]
    [InlineData(1, 12)]
    [InlineData(1, -8)]
    public void Lanes_come_in_eights(int rows, int lanes) => Assert.Throws<ArgumentException>(() => new LaneTable(rows, lanes, new double[Math.Max(0, rows * lanes)]));

    [Theory]
    [InlineData(2, 8, 15)]
    [InlineData(2, 8, 17)]
    public void Values_fit_the_shape(int rows, int lanes, int values) => Assert.Throws<ArgumentException>(() => new LaneTable(rows, lanes, new double[values]));

    [Theory]
    [InlineData(2, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 8)]
    [InlineData(0, -1)]
    public void What_lies_outside_is_refused(int row, int lane)
    {
        var table = new LaneTable(2, 8);

        Assert.Throws<ArgumentOutOfRangeException>(() => table.Lane(row, lane));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.SetLane(row, lane, 1));
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(8, 8)]
    [InlineData(9, 16)]
    [InlineData(128, 128)]
    public void A_block_is_padded_to_whole_octets(int count, int padded) => Assert.Equal(padded, new LaneRange(5, count).Padded);
}
