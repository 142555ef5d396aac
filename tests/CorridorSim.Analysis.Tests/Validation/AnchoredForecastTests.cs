using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Engine;

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

        var centre = AnchoredForecast.Centres(past, before, after, None with { Weight = weight })[0][0];

        // The model rises from 1 + 99 to 1 + 399: fourfold. One is added to flows, so that the answer is close, not equal.
        Assert.Equal(expected, Math.Exp(centre), expected * 0.002);
    }

    [Fact]
    public void Months_that_nobody_counted_are_left_out_and_without_any_the_model_stands_as_it_is()
    {
        double[][] model = [[99], [99], [99]];

        Assert.Equal(double.LogP1(600), AnchoredForecast.Centres([1, double.NaN, double.NaN, 600], model, [[99]], None)[0][0], 12);
        Assert.Equal(double.LogP1(399), AnchoredForecast.Centres([5, double.NaN, double.NaN, double.NaN], model, [[399]], None)[0][0], 12);
    }

    [Fact]
    public void A_scenario_that_starts_at_the_origin_is_anchored_at_its_first_month()
    {
        var centres = AnchoredForecast.Centres([], [], [[99], [399]], None with { Weight = 1 });

        Assert.Equal([double.LogP1(99), double.LogP1(399)], centres.Select(c => c[0]));
    }

    [Fact]
    public void What_the_last_months_say_against_the_model_fades_a_share_a_month()
    {
        double[] past = [.. Enumerable.Repeat(double.ExpM1(8), 3)];
        double[][] level = [.. Enumerable.Repeat(new[] { double.ExpM1(6) }, 3)];
        double[][] after = [[double.ExpM1(6)], [double.ExpM1(6)], [double.ExpM1(7)]];

        var centres = AnchoredForecast.Centres(past, level, after, new ForecastErrors(0.5, 0, 0, Fade: 0.25)).Select(c => c[0]).ToArray();

        // The model is two log units below the record: of that 0.75, 0.75^2 and 0.75^3 are left; half of its rise of the third month goes into the state.
        double[] expected = [6 + (2 * 0.75), 6 + (2 * 0.5625), (0.421875 * 8.5) + (0.578125 * 7)];
        Assert.All(centres.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 12));
    }

    [Fact]
    public void A_quarter_fades_as_much_as_its_three_months()
    {
        // Counts so large that they do not scatter by themselves.
        double[][] model = [.. Enumerable.Repeat(new[] { double.ExpM1(28) }, 12)];
        var name = new CorridorSim.Scenarios.Observations.ObservedName("claims", "X");
        var series = new SeriesForecast(new(name, [], 0.5) { Step = ReportStep.Quarter }, 0, 6, [.. Enumerable.Repeat(double.ExpM1(29), 12)], model, [], new Rivals([(0, 1)], 6));

        var members = series.With(None with { Fade = 0.2 }).Members;

        Assert.Equal(28 + 0.512, double.LogP1(members[0][0]), 4);
        Assert.Equal(28 + (0.512 * 0.512), double.LogP1(members[3][0]), 4);
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

        var errors = ForecastErrorFit.Of(forecasts, None with { Fade = 0.1 });

        var months = forecasts.SelectMany(f => ScoredMonth.Of(f.With(errors))).ToArray();
        Assert.InRange(months.Average(m => m.Within(0.9) ? 1.0 : 0), 0.83, 0.97);
        Assert.InRange(months.Average(m => m.Within(0.5) ? 1.0 : 0), 0.4, 0.6);
        Assert.InRange(errors.Start, 0.1, 0.5);
        Assert.Equal((0.5, 0.1), (errors.Weight, errors.Fade));
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
