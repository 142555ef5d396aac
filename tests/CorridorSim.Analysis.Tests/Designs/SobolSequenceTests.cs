using CorridorSim.Analysis.Designs;

namespace CorridorSim.Analysis.Tests.Designs;

public sealed class SobolSequenceTests
{
    // The first ten points in three dimensions as Joe and Kuo print them beside their generator.
    private static readonly double[,] Published =
    {
        { 0, 0, 0 },
        { 0.5, 0.5, 0.5 },
        { 0.75, 0.25, 0.25 },
        { 0.25, 0.75, 0.75 },
        { 0.375, 0.375, 0.625 },
        { 0.875, 0.875, 0.125 },
        { 0.625, 0.125, 0.875 },
        { 0.125, 0.625, 0.375 },
        { 0.1875, 0.3125, 0.9375 },
        { 0.6875, 0.8125, 0.4375 },
    };

    [Fact]
    public void First_points_equal_the_published_points() =>
        Assert.Equal(Published, new SobolSequence(3).Points(10));

    [Fact]
    public void Skipped_points_are_left_out_of_the_same_sequence()
    {
        var all = new SobolSequence(5).Points(300);

        var later = new SobolSequence(5).Points(100, skip: 200);

        for (var row = 0; row < 100; row++)
        {
            for (var dimension = 0; dimension < 5; dimension++)
            {
                Assert.Equal(all[200 + row, dimension], later[row, dimension]);
            }
        }
    }

    [Fact]
    public void Every_dimension_has_one_point_in_each_stratum_of_a_power_of_two()
    {
        const int Count = 1024;
        var points = new SobolSequence(SobolSequence.MaxDimensions).Points(Count);

        for (var dimension = 0; dimension < SobolSequence.MaxDimensions; dimension++)
        {
            var strata = Enumerable.Range(0, Count).Select(row => (int)(points[row, dimension] * Count)).Distinct().Count();
            Assert.Equal(Count, strata);
        }
    }

    [Fact]
    public void No_two_dimensions_are_the_same()
    {
        var points = new SobolSequence(SobolSequence.MaxDimensions).Points(256);

        var columns = Enumerable.Range(0, SobolSequence.MaxDimensions)
            .Select(dimension => string.Join(',', Enumerable.Range(0, 256).Select(row => points[row, dimension])));

        Assert.Equal(SobolSequence.MaxDimensions, columns.Distinct().Count());
    }

    [Theory]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(32)]
    public void Direction_numbers_have_property_A(int dimensions)
    {
        // The published numbers put one of any 2^d successive points in each half-by-half cell of d dimensions (Sobol's property A):
        // the leading bits of the first d direction numbers are independent over the field of two elements.
        var leading = new ulong[dimensions];
        for (var bit = 0; bit < dimensions; bit++)
        {
            // Index 2^(bit + 1) - 1 has the Gray code 2^bit, so that its point is that direction number.
            var point = new SobolSequence(dimensions).Points(1, (1L << (bit + 1)) - 1);
            for (var dimension = 0; dimension < dimensions; dimension++)
            {
                leading[dimension] |= (point[0, dimension] >= 0.5 ? 1UL : 0) << bit;
            }
        }

        Assert.Equal(dimensions, RankOverTwoElements(leading));
    }

    [Fact]
    public void Integral_of_a_smooth_product_in_sixteen_dimensions_is_far_more_exact_than_chance()
    {
        const int Count = 1 << 14;
        var points = new SobolSequence(16).Points(Count);

        var mean = 0.0;
        for (var row = 0; row < Count; row++)
        {
            var product = 1.0;
            for (var dimension = 0; dimension < 16; dimension++)
            {
                product *= 1 + ((points[row, dimension] - 0.5) / (dimension + 1));
            }

            mean += product / Count;
        }

        // The standard error of as many independent points would be 0.003.
        Assert.Equal(1, mean, 0.0006);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(SobolSequence.MaxDimensions + 1)]
    public void Dimensions_outside_the_table_are_refused(int dimensions) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(dimensions));

    private static int RankOverTwoElements(ulong[] rows)
    {
        var rank = 0;
        for (var bit = 0; bit < rows.Length; bit++)
        {
            var pivot = Array.FindIndex(rows, rank, row => (row >> bit & 1) != 0);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var row = rank + 1; row < rows.Length; row++)
            {
                rows[row] ^= (rows[row] >> bit & 1) != 0 ? rows[rank] : 0;
            }

            rank++;
        }

        return rank;
    }
}
