using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Tests.Validation;

public sealed class AnchoredForecastTests
{
    private static readonly ForecastErrors None = new(0.5, 0, 0);

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(0.5, 2000)]
    [InlineData(1, 4000)]
    public void The_last_three_observed_months_are_moved_by_a_share_of_the_models_change(double weight, double expected)
    {
        double[] past = [7, 500, 1000, 1500];
        double[][] before = [[9], [99], [99], [99]];
        double[][] after = [[399]];

        var centre = AnchoredForecast.Centres(past, before, after, weight)[0][0];

        // The model rises from 1 + 99 to 1 + 399: fourfold. One is added to flows, so that the answer is close, not equal.
        Assert.Equal(expected, Math.Exp(centre), expected * 0.002);
    }

    [Fact]
    public void Months_that_nobody_counted_are_left_out_and_without_any_the_model_stands_as_it_is()
    {
        double[][] model = [[99], [99], [99]];

        Assert.Equal(double.LogP1(600), AnchoredForecast.Centres([1, double.NaN, double.NaN, 600], model, [[99]], 0.5)[0][0], 12);
        Assert.Equal(double.LogP1(399), AnchoredForecast.Centres([5, double.NaN, double.NaN, double.NaN], model, [[399]], 0.5)[0][0], 12);
    }

    [Fact]
    public void A_scenario_that_starts_at_the_origin_is_anchored_at_its_first_month()
    {
        var centres = AnchoredForecast.Centres([], [], [[99], [399]], 1);

        Assert.Equal([double.LogP1(99), double.LogP1(399)], centres.Select(c => c[0]));
    }

    [Fact]
    public void Errors_leave_the_median_where_it_is_and_widen_with_the_months_ahead()
    {
        double[] past = [.. Enumerable.Repeat(10_000.0, 3)];
        double[][] before = [.. Enumerable.Repeat(Enumerable.Repeat(100.0, 64).ToArray(), 3)];
        double[][] after = [.. Enumerable.Repeat(Enumerable.Repeat(100.0, 64).ToArray(), 24)];

        var members = new AnchoredForecast(new ForecastErrors(0.5, 0.2, 0.1), 1).Members(past, before, after);

        var (first, last) = (Quantiles.Interval(members[0]), Quantiles.Interval(members[23]));
        Assert.Equal(Math.Log(10_000), Math.Log(first.Median), 0.02);
        Assert.True(Math.Log(last.Upper / last.Lower) > 1.5 * Math.Log(first.Upper / first.Lower));
        Assert.InRange(Math.Log(first.Upper / first.Lower), 0.6, 1.4);
    }

    [Fact]
    public void The_same_series_is_forecast_alike_each_time_and_flows_are_not_below_zero()
    {
        double[][] model = [[0, 3], [1, 2]];
        var forecast = new AnchoredForecast(new ForecastErrors(0.5, 1, 0.5), 7);

        var once = forecast.Members([0, 1, 2], model, model);

        Assert.Equal(once, forecast.Members([0, 1, 2], model, model));
        Assert.All(once.SelectMany(m => m), v => Assert.InRange(v, 0, double.MaxValue));
        Assert.NotEqual(once, new AnchoredForecast(new ForecastErrors(0.5, 1, 0.5), 8).Members([0, 1, 2], model, model));
    }

    [Fact]
    public void Without_errors_the_members_are_the_models_save_the_scatter_of_small_counts()
    {
        double[] past = [1e12, 1e12, 1e12];

        var members = new AnchoredForecast(None, 3).Members(past, [[1e12, 1e12]], [[1e12, 2e12]]);

        Assert.Equal(1e12, members[0].Take(8).Average(), 1e8);
        Assert.Equal(Math.Sqrt(2) * 1e12, members[0].Skip(8).Average(), 1e8);
    }

    [Fact]
    public void Fitted_errors_hold_about_as_many_months_as_they_should()
    {
        var uniforms = new SplitMixUniforms(5);
        var forecasts = Enumerable.Range(0, 150).Select(i => Walk(i, uniforms)).ToArray();

        var errors = ForecastErrorFit.Of(forecasts, 0.5);

        var months = forecasts.SelectMany(f => ScoredMonth.Of(f.With(errors))).ToArray();
        Assert.InRange(months.Average(m => m.Within(0.9) ? 1.0 : 0), 0.83, 0.97);
        Assert.InRange(months.Average(m => m.Within(0.5) ? 1.0 : 0), 0.4, 0.6);
        Assert.InRange(errors.Start, 0.1, 0.5);
    }

    /// <summary>A series that wanders by known errors while the model expects no change.</summary>
    private static SeriesForecast Walk(int number, SplitMixUniforms uniforms)
    {
        double Normal() => UniformDraws.NextNormal(uniforms);
        var log = Math.Log(100_000) + (0.3 * Normal());
        var observed = Enumerable.Repeat(100_000.0, 3).Concat(Enumerable.Range(0, 12).Select(_ => Math.Exp(log += 0.1 * Normal()))).ToArray();
        double[][] model = [.. Enumerable.Repeat(Enumerable.Repeat(100_000.0, 16).ToArray(), 15)];
        var name = new CorridorSim.Scenarios.Observations.ObservedName($"series-{number}", "X");
        return new SeriesForecast(new(name, [], 0.5), 0, 3, observed, model, [], new Rivals([(0, 1e5), (1, 1e5), (2, 1e5)], 3)).With(None);
    }
}
