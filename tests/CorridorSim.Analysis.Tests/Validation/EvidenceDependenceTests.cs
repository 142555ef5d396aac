using CorridorSim.Analysis.Evidence;

namespace CorridorSim.Analysis.Tests.Validation;

public sealed class EvidenceDependenceTests
{
    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4 }, new[] { 10.0, 200, 3000, 40000 }, 1)]
    [InlineData(new[] { 1.0, 2, 3, 4 }, new[] { 9.0, 7, 5, 1 }, -1)]
    [InlineData(new[] { 1.0, 2, 3, 4 }, new[] { 2.0, 1, 4, 3 }, 0.6)]
    [InlineData(new[] { 1.0, 1, 2, 2 }, new[] { 5.0, 5, 7, 7 }, 1)]
    [InlineData(new[] { 1.0, 2, 3, 4 }, new[] { 5.0, 5, 5, 5 }, 0)]
    public void Ranks_are_correlated_as_Spearman_has_it(double[] first, double[] second, double expected) =>
        Assert.Equal(expected, EvidenceDependence.RankCorrelation(first, second), 12);
}
