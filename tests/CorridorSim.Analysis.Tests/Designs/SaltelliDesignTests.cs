using CorridorSim.Analysis.Designs;

namespace CorridorSim.Analysis.Tests.Designs;

public sealed class SaltelliDesignTests
{
    [Fact]
    public void Exchanged_matrices_take_one_column_from_B_and_the_others_from_A()
    {
        var design = SaltelliDesign.FromMatrices(new[,] { { 0.1, 0.2 } }, new[,] { { 0.8, 0.9 } });

        Assert.Equal(new[,] { { 0.1, 0.2 }, { 0.8, 0.9 }, { 0.8, 0.2 }, { 0.1, 0.9 } }, design.Points);
    }

    [Fact]
    public void Sobol_design_has_base_count_times_factors_plus_two_points()
    {
        var design = SaltelliDesign.FromSobol(64, 5);

        Assert.Equal(64 * 7, design.Count);
        Assert.Equal(5, design.Factors);
        Assert.DoesNotContain(0.0, design.Points.Cast<double>());
    }

    [Fact]
    public void Matrices_of_different_shape_are_refused() =>
        Assert.Throws<ArgumentException>(() => SaltelliDesign.FromMatrices(new double[2, 2], new double[2, 3]));
}
