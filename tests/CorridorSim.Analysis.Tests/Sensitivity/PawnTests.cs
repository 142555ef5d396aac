using CorridorSim.Analysis.Designs;
using CorridorSim.Analysis.Sensitivity;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Tests.Sensitivity;

public sealed class PawnTests
{
    [Fact]
    public void Factors_are_ranked_by_influence_and_an_inert_one_stays_within_the_dummy()
    {
        var points = LatinHypercube.Points(1000, 3, new SplitMixUniforms(1));
        var outputs = ReferenceFunctions.AtEach(points, x => (4 * x[0]) + x[1]);

        var ranking = Pawn.Rank(points, outputs, new SplitMixUniforms(2), 10, 30);

        Assert.True(ranking.Factors[0].Median > ranking.Factors[1].Median);
        Assert.True(ranking.Factors[1].Median > ranking.DummyMedian.Upper);
        Assert.True(ranking.Factors[2].Median < 1.5 * ranking.DummyMedian.Upper);
        Assert.InRange(ranking.Factors[0].MedianBand.Lower, ranking.Factors[1].MedianBand.Upper, 1);
    }

    [Fact]
    public void Output_that_is_the_factor_has_the_distances_of_its_slices()
    {
        // Ten slices of the identity: the slice from q to q + 0.1 lies max(q, 0.9 - q) away from the whole.
        var points = new double[1000, 1];
        for (var row = 0; row < 1000; row++)
        {
            points[row, 0] = (row + 0.5) / 1000;
        }

        var index = Pawn.Rank(points, ReferenceFunctions.AtEach(points, x => x[0]), new SplitMixUniforms(3), 10, 5).Factors[0];

        Assert.Equal(0.9, index.Max, 1e-9);
        Assert.Equal(0.7, index.Median, 1e-9);
    }

    [Fact]
    public void Factor_with_two_levels_has_two_slices()
    {
        var points = new double[100, 1];
        var outputs = new double[100];
        for (var row = 0; row < 100; row++)
        {
            points[row, 0] = row % 2;
            outputs[row] = row % 2;
        }

        var index = Pawn.Rank(points, outputs, new SplitMixUniforms(3), 10, 5).Factors[0];

        Assert.Equal(0.5, index.Max, 1e-9);
        Assert.Equal(0.5, index.Median, 1e-9);
    }
}
