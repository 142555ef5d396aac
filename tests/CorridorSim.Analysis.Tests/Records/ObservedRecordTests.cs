using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Records;
using CorridorSim.Analysis.Tests.Reports;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Analysis.Tests.Records;

public sealed class ObservedRecordTests
{
    private static readonly SeriesKey Darien = new("irregular-entries", "COL>PAN", "ALL");

    [Fact]
    public void A_series_of_the_model_finds_its_count_and_who_counted_it()
    {
        var record = Record("americas-history.yaml")!;

        Assert.Equal([48_204, 59_773], record.Monthly(Darien, CalendarMonth.Parse("2022-09"), 2));
        Assert.StartsWith("Panama", record.Source(Darien), StringComparison.Ordinal);
        Assert.Equal(CalendarMonth.Parse("2023-12"), record.Last);
        Assert.Equal(record.Last, record.Span(Darien)!.Value.Last);
    }

    [Fact]
    public void Months_and_series_that_nobody_counted_are_not_a_number()
    {
        var record = Record("americas-history.yaml")!;
        var deaths = new SeriesKey("deaths", "COL>PAN", "ALL");

        Assert.All(record.Monthly(Darien, CalendarMonth.Parse("2024-01"), 12), v => Assert.True(double.IsNaN(v)));
        Assert.All(record.Monthly(deaths, CalendarMonth.Parse("2021-01"), 12), v => Assert.True(double.IsNaN(v)));
        Assert.Null(record.Span(deaths));
    }

    // Honduras counts travellers without Central Americans: it must not be drawn over the model's sum of all.
    [Fact]
    public void A_count_that_is_held_against_a_sum_belongs_to_no_single_series()
    {
        var record = Record("americas-history.yaml")!;

        Assert.Null(record.Span(new SeriesKey("irregular-entries", "NIC>HND", "ALL")));
        Assert.Contains(record.Series, s => s.Name is { Series: "irregular-entries:NIC>HND", Nationality: "ALL" } && s.Keys.Count > 1 && s.Keys.All(k => k.Nationality != "ALL"));
    }

    [Fact]
    public void A_world_without_a_record_has_none() => Assert.Null(Record("displaced-schemes.yaml"));

    [Fact]
    public async Task Simulated_sums_run_over_the_months_that_were_counted_and_no_others()
    {
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.Load(Path.Combine(Repository.Scenarios, "americas-history.yaml"), ["horizon.to=2021-12"], bag)!;
        var runner = new Runner(new LoopEngine());
        var result = await runner.RunAsync(compiled.Experiment with { Replicates = 4 }, new RunnerOptions(), null, TestContext.Current.CancellationToken);
        var ensemble = new ResultEnsemble(result, 0);

        var rows = RecordComparison.Of(ensemble, ObservedRecord.Of(compiled, bag)!);

        // Counted from October 2021 on: three of the twelve months of the run.
        var expulsions = Assert.Single(rows, r => r.Series.Name.Series.StartsWith("expulsions", StringComparison.Ordinal) && r.Series.Name.Nationality == "ALL");
        var lanes = ensemble.Monthly(new SeriesKey("expulsions", "MEX>USA", "ALL")).Select(l => l[9..].Sum()).Order().ToArray();
        Assert.Equal((3, 92_686 + 87_850 + 79_842), (expulsions.Months, expulsions.Observed));
        Assert.Equal((lanes[1] + lanes[2]) / 2, expulsions.Simulated.Median, 1e-6);
    }

    private static ObservedRecord? Record(string file)
    {
        var bag = new DiagnosticBag();
        var record = ObservedRecord.Of(CompiledScenario.Load(Path.Combine(Repository.Scenarios, file), [], bag)!, bag);
        Assert.Empty(bag.Sorted);
        return record;
    }
}
