using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Statistics;
using CsCheck;
using MathNet.Numerics.Distributions;

namespace CorridorSim.Analysis.Tests.Statistics;

public sealed class ForecastScoresTests
{
    [Theory]
    [InlineData(new[] { 3.0 }, 5, 2)]
    [InlineData(new[] { 0.0, 2.0 }, 1, 0.5)]
    [InlineData(new[] { 1.0, 1.0, 1.0 }, 1, 0)]
    [InlineData(new[] { 0.0, 1.0, 5.0 }, 2, 2 - (10.0 / 9))]
    public void Crps_of_small_ensembles_equals_the_hand_calculation(double[] ensemble, double observed, double expected) =>
        Assert.Equal(expected, ForecastScores.Crps(ensemble, observed), 1e-12);

    [Fact]
    public void Crps_equals_its_definition_for_any_ensemble() =>
        Gen.Select(Gen.Double[-100, 100].Array[2, 20], Gen.Double[-100, 100]).Sample((ensemble, observed) =>
        {
            var distance = ensemble.Average(member => Math.Abs(member - observed));
            var pairs = ensemble.Sum(one => ensemble.Sum(other => Math.Abs(one - other)));

            Assert.Equal(distance - (pairs / (2.0 * ensemble.Length * ensemble.Length)), ForecastScores.Crps(ensemble, observed), 1e-9);
            Assert.Equal(
                distance - (pairs / (2.0 * ensemble.Length * (ensemble.Length - 1))), ForecastScores.FairCrps(ensemble, observed), 1e-9);
        });

    [Fact]
    public void Crps_of_a_large_normal_ensemble_approaches_the_closed_form()
    {
        double[] ensemble = [.. Enumerable.Range(0, 20_000).Select(k => Normal.InvCDF(0, 1, (k + 0.5) / 20_000))];

        // Standard normal, observed 0.7: z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi).
        var expected = (0.7 * ((2 * Normal.CDF(0, 1, 0.7)) - 1)) + (2 * Normal.PDF(0, 1, 0.7)) - (1 / Math.Sqrt(Math.PI));
        Assert.Equal(expected, ForecastScores.Crps(ensemble, 0.7), 1e-3);
    }

    [Fact]
    public void Fair_crps_of_one_member_is_undefined() => Assert.True(double.IsNaN(ForecastScores.FairCrps([1], 1)));

    // Median 5 and the central interval of 80 % from 2 to 9, observed 11: (0.5 x 6 + 0.1 x (7 + 10 x 2)) / 1.5.
    [Fact]
    public void The_weighted_interval_score_equals_the_hand_calculation_of_median_and_interval() =>
        Assert.Equal(((0.5 * 6) + (0.2 / 2 * (7 + (2 / 0.2 * 2)))) / 1.5, ForecastScores.WeightedInterval([0.1, 0.5, 0.9], [2, 5, 9], 11), 12);

    [Fact]
    public void The_weighted_interval_score_of_a_single_value_is_its_absolute_error() =>
        Assert.Equal(3, ForecastScores.WeightedInterval([0.5], [4], 7), 12);

    [Fact]
    public void Crps_by_quantiles_is_that_of_the_ensemble_they_come_from()
    {
        double[] members = [.. Enumerable.Range(1, 9999).Select(i => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, i / 10_000.0))];

        foreach (var observed in new[] { -1.5, 0, 0.7, 2.2 })
        {
            Assert.Equal(ForecastScores.Crps(members, observed), ForecastQuantiles.Crps(ForecastQuantiles.Of(members), observed), 0.01);
        }
    }

    [Fact]
    public void Coverage_counts_observed_months_only_and_includes_the_ends()
    {
        Band[] bands = [new(0, -1, 1), new(0, -1, 1), new(0, -1, 1), new(0, -1, 1)];

        Assert.Equal(2.0 / 3, ForecastScores.Coverage(bands, [1, 0, 2, double.NaN]), 1e-15);
        Assert.True(double.IsNaN(ForecastScores.Coverage(bands.AsSpan(0, 1), [double.NaN])));
    }

    [Fact]
    public void Rmse_of_log_one_plus_flow_leaves_gaps_out()
    {
        var e = Math.E;

        Assert.Equal(Math.Sqrt(2.5), ForecastScores.RmseLog1p([e - 1, 0, 7], [0, (e * e) - 1, double.NaN]), 1e-12);
    }

    [Fact]
    public void Error_ratio_below_one_beats_the_rival() =>
        Assert.Equal(0.5, ForecastScores.MaeRatio([1, 2], [2, 4], [0, 0]), 1e-15);

    [Fact]
    public void Forecasts_and_observations_of_different_number_are_refused() =>
        Assert.Throws<ArgumentException>(() => ForecastScores.RmseLog1p([1], [1, 2]));
}
