using System.Globalization;
using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Validation;

namespace CorridorSim.Analysis.Tests.Validation;

/// <summary>
/// The registered forecast against the rules that the hubverse publishes for tables of model output: three columns of
/// representation beside the model and the tasks, one row a task and identifier, levels between 0 and 1, quantiles in order.
/// </summary>
public sealed class HubColumnTests
{
    private static readonly string[] OutputTypes = ["mean", "median", "quantile", "cdf", "pmf", "sample"];

    private static readonly string[][] Table = [.. Lines().Skip(1).Select(l => l.Split(','))];

    [Fact]
    public void The_columns_are_the_model_the_tasks_and_the_three_of_representation() =>
        Assert.Equal(["model_id", "origin", "horizon", "target", "location", "output_type", "output_type_id", "value"], Lines().First().Split(','));

    [Fact]
    public void Every_output_type_is_a_known_one_with_the_identifier_it_demands() => Assert.All(Table, row =>
    {
        Assert.Equal(8, row.Length);
        Assert.Contains(row[5], OutputTypes);
        if (row[5] is "mean" or "median")
        {
            Assert.Equal("NA", row[6]);
        }
        else
        {
            Assert.InRange(Number(row[6]), double.Epsilon, 1 - 1e-9);
        }

        Assert.True(double.IsFinite(Number(row[7])));
        Assert.Matches("^[a-z0-9-]+$", row[0]);
        Assert.True(int.Parse(row[2], CultureInfo.InvariantCulture) >= 1);
    });

    [Fact]
    public void A_task_has_each_identifier_once_and_its_quantiles_rise()
    {
        var tasks = Table.GroupBy(r => string.Join(',', r[..6])).ToArray();

        Assert.All(tasks, t => Assert.Equal(t.Count(), t.Select(r => r[6]).Distinct().Count()));
        Assert.All(tasks.Where(t => t.First()[5] == "quantile"), t =>
        {
            double[] values = [.. t.OrderBy(r => Number(r[6])).Select(r => Number(r[7]))];
            Assert.Equal(values.Order(), values);
        });
    }

    [Fact]
    public void Every_task_of_the_forecast_has_the_levels_that_hubs_ask_for() => Assert.All(
        Table.Where(r => r[0] == "corridorsim-default").GroupBy(r => string.Join(',', r[1..5])),
        t => Assert.Equal(ForecastQuantiles.Probabilities, t.Select(r => Number(r[6]))));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Lines() =>
        File.ReadAllLines(Path.Combine(Repository.Scenarios, "forecasts", "americas-2024-01", ForecastLedger.Forecasts));
}
