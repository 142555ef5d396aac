using CorridorSim.Analysis.Designs;
using CorridorSim.Analysis.Sensitivity;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Analysis.Tests.Sweeps;
using CorridorSim.Runs.Manifests;

namespace CorridorSim.Analysis.Tests.Sensitivity;

public sealed class SensitivityStudyTests
{
    private const int Rows = 1024;

    [Fact]
    public void Sobol_indices_of_a_stored_sweep_of_ishigami_lie_at_the_published_values()
    {
        var design = SaltelliDesign.FromSobol(Rows, 3);
        var table = MadeSweep.Of(new SweepDesignInfo("saltelli", Rows, 0), design.Points, 2, 0, ["y"], (_, x, k) => Ishigami(x) + (k == 0 ? 0.1 : -0.1));

        var result = new SensitivityStudy(table).Rank(0);

        var factors = result.Factors.ToDictionary(f => f.Factor.Id);
        Assert.Equal((SensitivityMethod.Sobol, Rows, 0), (result.Method, result.Used, result.LeftOut));
        Assert.Equal(0.5576, factors["x0"].Importance, 0.03);
        Assert.Equal(0.3139, factors["x0"].Second, 0.03);
        Assert.Equal(0.4424, factors["x1"].Importance, 0.03);
        Assert.Equal(0.2437, factors["x2"].Importance, 0.03);
        Assert.InRange(factors["x0"].Importance, factors["x0"].Lower, factors["x0"].Upper);
    }

    [Fact]
    public void Elementary_effects_of_a_stored_sweep_are_those_of_the_function_and_failed_trajectories_are_left_out()
    {
        var design = SweepPoints.Morris(12, 3, 4, MadeSweep.Seed);
        var first = Enumerable.Range(0, 3).Select(f => design.Points[0, f]).ToArray();
        var table = MadeSweep.Of(new SweepDesignInfo("morris", 12, 4), design.Points, 1, 0, ["y"], (_, x, _) =>
            x.SequenceEqual(first) ? double.NaN : (3 * x[0]) - (5 * x[1]));

        var result = new SensitivityStudy(table).Rank(0);

        Assert.Equal(["x1", "x0", "x2"], result.Factors.Select(f => f.Factor.Id));
        Assert.Equal([5.0, 3, 0], result.Factors.Select(f => Math.Round(f.Importance, 9)));
        Assert.Equal([-5.0, 3, 0], result.Factors.Select(f => Math.Round(f.Mu, 9)));
        Assert.InRange(result.LeftOut, 1, 12);
        Assert.Equal(12, result.Used + result.LeftOut);
    }

    [Fact]
    public void Pawn_ranks_the_factors_of_any_sample_and_tells_chance_apart()
    {
        var points = LatinHypercube.Points(400, 3, new SplitMixUniforms(2));
        var table = MadeSweep.Of(new SweepDesignInfo("latin-hypercube", 400, 0), points, 1, 0, ["y"], (_, x, _) => (10 * x[0]) + x[1]);

        var result = new SensitivityStudy(table).Rank(0);

        Assert.Equal((SensitivityMethod.Pawn, "x0"), (result.Method, result.Factors[0].Factor.Id));
        Assert.True(result.Factors[0].Importance > 2 * result.Noise);
        Assert.True(result.Factors.Single(f => f.Factor.Id == "x2").Lower < result.Noise);
    }

    [Theory]
    [InlineData("grid", SensitivityMethod.Morris, "one factor moves at a time")]
    [InlineData("latin-hypercube", SensitivityMethod.Sobol, "two matrices")]
    [InlineData("morris", SensitivityMethod.Pawn, "fills the space")]
    [InlineData("grid", SensitivityMethod.Pawn, "at least 50 points")]
    public void A_design_that_does_not_support_a_method_is_refused_with_the_reason(string design, SensitivityMethod method, string reason)
    {
        var table = MadeSweep.Of(new SweepDesignInfo(design, 0, 0), FullFactorial.Points([3, 3]), 1, 0, ["y"], (_, x, _) => x[0]);

        var refusal = Assert.Throws<StudyException>(() => new SensitivityStudy(table).Rank(0, method));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    private static double Ishigami(double[] u)
    {
        double[] x = [.. u.Select(v => (2 * Math.PI * v) - Math.PI)];
        return Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2)) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));
    }
}
