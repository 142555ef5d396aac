using CorridorSim.Analysis.Designs;
using CorridorSim.Analysis.Sensitivity;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Tests.Sensitivity;

public sealed class SobolIndicesTests
{
    [Fact]
    public void Ishigami_indices_lie_within_their_bootstrap_intervals_and_near_the_published_values()
    {
        var design = SaltelliDesign.FromSobol(2048, 3);
        var outputs = ReferenceFunctions.AtEach(design.Points, x => ReferenceFunctions.Ishigami(x));

        var indices = SobolIndices.Estimate(design, outputs, new SplitMixUniforms(1), 200, 0.95);

        double[] first = [0.3139, 0.4424, 0];
        double[] total = [0.5576, 0.4424, 0.2437];
        for (var factor = 0; factor < 3; factor++)
        {
            Assert.True(indices[factor].FirstBand.Holds(first[factor]), $"first {factor}: {indices[factor]}");
            Assert.True(indices[factor].TotalBand.Holds(total[factor]), $"total {factor}: {indices[factor]}");
            Assert.Equal(first[factor], indices[factor].First, 0.02);
            Assert.Equal(total[factor], indices[factor].Total, 0.02);
        }
    }

    [Fact]
    public void G_function_indices_lie_within_their_bootstrap_intervals_and_near_the_analytic_values()
    {
        double[] a = [0, 1, 4.5, 9, 99, 99];
        var design = SaltelliDesign.FromSobol(2048, a.Length);
        var outputs = ReferenceFunctions.AtEach(design.Points, x => ReferenceFunctions.G(x, a));

        var indices = SobolIndices.Estimate(design, outputs, new SplitMixUniforms(2), 200, 0.95);

        double[] partial = [.. a.Select(value => 1 / (3 * (1 + value) * (1 + value)))];
        var all = partial.Aggregate(1.0, (product, variance) => product * (1 + variance));
        for (var factor = 0; factor < a.Length; factor++)
        {
            var first = partial[factor] / (all - 1);
            var total = partial[factor] * all / (1 + partial[factor]) / (all - 1);
            Assert.True(indices[factor].FirstBand.Holds(first), $"{first}: {indices[factor]}");
            Assert.True(indices[factor].TotalBand.Holds(total), $"{total}: {indices[factor]}");
            Assert.Equal(first, indices[factor].First, 0.02);
            Assert.Equal(total, indices[factor].Total, 0.02);
        }
    }

    [Fact]
    public void Output_that_does_not_vary_has_no_indices()
    {
        var design = SaltelliDesign.FromSobol(8, 2);

        var indices = SobolIndices.Estimate(design, Enumerable.Repeat(3.0, design.Count).ToArray(), new SplitMixUniforms(1), 5);

        Assert.All(indices, index => Assert.True(double.IsNaN(index.First) && double.IsNaN(index.Total)));
    }

    [Fact]
    public void Outputs_of_another_number_than_points_are_refused()
    {
        var design = SaltelliDesign.FromSobol(8, 2);

        Assert.Throws<ArgumentException>(() => SobolIndices.Estimate(design, new double[8], new SplitMixUniforms(1)));
    }
}
