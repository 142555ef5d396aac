using CorridorSim.Model.Lanes;
using CsCheck;

namespace CorridorSim.Model.Tests.Lanes;

/// <summary>Eight lanes at once do what each would do alone, to the bit, numbers that are none included.</summary>
public sealed class LaneVectorTests
{
    private static readonly Gen<double> Number = Gen.OneOf(
        Gen.Double, Gen.Double[-10, 10], Gen.Const(0.0), Gen.Const(-0.0), Gen.Const(double.NaN), Gen.Const(double.PositiveInfinity), Gen.Const(double.NegativeInfinity));

    private static readonly Gen<double[]> Eight = Number.Array[LaneTable.OctetLanes];

    [Fact]
    public void Arithmetic_is_that_of_each_lane() => Gen.Select(Eight, Eight).Sample((a, b) =>
    {
        var (left, right) = (LaneVector.Create(a), LaneVector.Create(b));
        Same(left + right, i => a[i] + b[i]);
        Same(left - right, i => a[i] - b[i]);
        Same(left * right, i => a[i] * b[i]);
        Same(left / right, i => a[i] / b[i]);
        Same(left * b[0], i => a[i] * b[0]);
        Same(-left, i => -a[i]);
        Same(LaneVector.Abs(left), i => Math.Abs(a[i]));
        Same(LaneVector.Floor(left), i => Math.Floor(a[i]));
        Same(LaneVector.Min(left, right), i => Math.Min(a[i], b[i]));
        Same(LaneVector.Max(left, right), i => Math.Max(a[i], b[i]));
    });

    [Fact]
    public void Comparisons_choose_in_each_lane() => Gen.Select(Eight, Eight).Sample((a, b) =>
    {
        var (left, right) = (LaneVector.Create(a), LaneVector.Create(b));
        var isGreater = LaneVector.GreaterThan(left, right);
        Chosen(isGreater, i => a[i] > b[i]);
        Chosen(LaneVector.GreaterThanOrEqual(left, right), i => a[i] >= b[i]);
        Chosen(LaneVector.LessThan(left, right), i => a[i] < b[i]);
        Chosen(LaneVector.LessThanOrEqual(left, right), i => a[i] <= b[i]);
        Chosen(LaneVector.Equals(left, right), i => a[i] == b[i]);
        Chosen(~isGreater, i => !(a[i] > b[i]));
        Chosen(isGreater & LaneVector.GreaterThan(left, LaneVector.Zero), i => a[i] > b[i] && a[i] > 0);
        Chosen(isGreater | LaneVector.GreaterThan(left, LaneVector.Zero), i => a[i] > b[i] || a[i] > 0);
        Chosen(isGreater ^ LaneVector.GreaterThan(left, LaneVector.Zero), i => a[i] > b[i] != a[i] > 0);
        Assert.Equal(Lanes().All(i => a[i] == b[i]), LaneVector.EqualsAll(left, right));
        Assert.Equal(Lanes().All(i => a[i] <= b[i]), LaneVector.LessThanOrEqualAll(left, right));
        Assert.Equal(Lanes().All(i => !(a[i] > b[i])), LaneVector.IsNone(isGreater));
        Assert.Equal(Lanes().Where(i => a[i] > b[i]).Aggregate(0u, (bits, i) => bits | (1u << i)), isGreater.ExtractMostSignificantBits());
    });

    [Fact]
    public void Rows_are_read_and_written_where_they_lie() => Eight.Sample(a =>
    {
        var cells = new double[24];
        a.CopyTo(cells, 8);
        LaneVector.LoadUnsafe(ref cells[0], 8).StoreUnsafe(ref cells[0], 16);

        Assert.Equal([.. new double[8], .. a, .. a], cells);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    public void One_lane_can_be_changed(int lane) => Same(LaneVector.One.WithElement(lane, 5), i => i == lane ? 5 : 1);

    private static IEnumerable<int> Lanes() => Enumerable.Range(0, LaneTable.OctetLanes);

    private static void Chosen(LaneVector mask, Func<int, bool> expected) =>
        Same(LaneVector.ConditionalSelect(mask, LaneVector.One, LaneVector.Zero), i => expected(i) ? 1 : 0);

    private static void Same(LaneVector lanes, Func<int, double> expected) =>
        Assert.All(Lanes(), i => Assert.True(lanes[i].Equals(expected(i)) || (lanes[i] == 0 && expected(i) == 0), $"lane {i}: {lanes[i]:R}, not {expected(i):R}"));
}
