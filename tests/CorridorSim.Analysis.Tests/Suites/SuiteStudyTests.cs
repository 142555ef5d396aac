using CorridorSim.Analysis.Suites;
using CorridorSim.Analysis.Tests.Worlds;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;
using CorridorSim.Scenarios.Suites;

namespace CorridorSim.Analysis.Tests.Suites;

/// <summary>A dated measure whose consequences were counted: Mexico's visa for Brazilians, on the parameters fitted to 2021 alone.</summary>
public sealed class SuiteStudyTests : IClassFixture<SuiteStudyTests.Study>
{
    private const string Visa = "measures.MEX.visa-brazil";
    private static readonly int Month = CalendarMonth.Of(2022, 1);
    private readonly Study _study;

    /// <summary>Takes the suite that all tests read.</summary>
    public SuiteStudyTests(Study study) => _study = study;

    [Fact]
    public void The_counted_change_is_that_of_the_record()
    {
        var row = _study.Row("BRA", Month);

        // 7,900, 6,940 and 7,920 encounters in the last three months of 2021; 2,760, 1,380 and 1,310 in the first three of 2022.
        Assert.Equal((5450.0 / 22760) - 1, row.Quarter.Observed, 12);
        // Twelve months from the measure on are not in a forecast of three.
        Assert.True(double.IsNaN(row.Year.Observed));
        Assert.Null(row.Year.SameSign);
    }

    [Fact]
    public void The_effect_is_that_of_the_measure_and_of_nothing_else()
    {
        Assert.True(_study.Row("BRA", Month).Effect!.Value.Upper < 0);
        Assert.False(_study.Row("BRA", Month).IsExactlyZero);
        Assert.Equal(SeriesRole.Treated, _study.Row("BRA", Month).Series.Role);
    }

    [Fact]
    public void A_measure_that_is_not_in_force_yet_has_exactly_no_effect()
    {
        var row = _study.Report.Rows.Single(r => r.Experiment == "before");

        Assert.True(row.IsExactlyZero);
        Assert.Equal((0, 0), (row.Effect!.Value.Lower, row.Effect.Value.Upper));
    }

    [Fact]
    public void A_placebo_month_forecasts_what_is_aimed_at_and_takes_nothing_out()
    {
        var placebo = _study.Report.Rows.Single(r => r.IsPlaceboMonth);

        Assert.Equal((CalendarMonth.Of(2021, 7), "BRA"), (placebo.Month, placebo.Series.Name.Nationality));
        Assert.Null(placebo.Effect);
        Assert.Contains(placebo, _study.Report.Placebos);
        Assert.DoesNotContain(placebo, _study.Report.Concerned);
    }

    [Fact]
    public void Every_forecast_stands_beside_every_rival_and_the_best_of_them_is_found()
    {
        var row = _study.Row("BRA", Month);

        Assert.Equal([SuiteMethods.Default, SuiteMethods.Model, .. SuiteMethods.Benchmarks], row.Errors.Keys);
        // Last month: 7,920 carried forward over three months.
        Assert.Equal(Math.Sqrt(new[] { 2760.0, 1380, 1310 }.Average(v => Math.Pow(Math.Log((1 + v) / 7921), 2))), row.Errors["last month"], 9);
        Assert.Equal(SuiteMethods.Benchmarks.Min(b => row.Errors[b]), row.BestBenchmark);
        Assert.Equal(3, row.Months);
    }

    [Fact]
    public void What_awaits_its_months_is_named_and_not_run()
    {
        Assert.Equal("later", Assert.Single(_study.Report.Waiting).Id);
        Assert.Equal("Ready and not run, as the months that would score them are not there: 2024-06 A measure to come.", _study.Report.WaitingNote);
        Assert.DoesNotContain(_study.Report.Rows, r => r.Experiment == "later");
        Assert.Contains("of 1 signs right", _study.Report.Describe(), StringComparison.Ordinal);
    }

    /// <summary>The suite, run once.</summary>
    public sealed class Study : IAsyncLifetime
    {
        /// <summary>What it found.</summary>
        internal SuiteReport Report { get; private set; } = null!;

        /// <summary>The row of a nationality.</summary>
        internal SuiteRow Row(string nationality, int month) => Report.Rows.Single(r => r.Experiment == "visa" && r.Series.Name.Nationality == nationality && r.Month == month);

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            var bag = new DiagnosticBag();
            var folder = Path.Combine(Repository.Root, "scenarios");
            CompiledScenario Load(params string[] sets) => CompiledScenario.Load(Path.Combine(folder, "holdout-2021.yaml"), sets, bag)!;
            var table = Path.Combine(folder, "worlds", "americas", "observations.csv");
            var (with, without) = (Load(), Load($"{Visa}.in-force=0"));
            SuiteSeries Between(string nationality, SeriesRole role) => new(new ObservedName("encounters-between-ports:MEX>USA", nationality), role);
            SuiteExperiment Of(string id, int month) => new()
            {
                Id = id,
                Title = id,
                Scenario = with,
                Without = without,
                Month = month,
                Origin = month,
                Horizon = 3,
                Series = [Between("BRA", SeriesRole.Treated)],
                PlaceboMonths = [],
                AwaitsMonths = false,
            };
            var plan = new SuitePlan("test", "A visa", ObservationTable.Read(table, table, bag)!,
            [
                Of("visa", Month) with { PlaceboMonths = [CalendarMonth.Of(2021, 7)] },
                Of("before", CalendarMonth.Of(2021, 5)) with { Series = [Between("BRA", SeriesRole.Placebo)] },
                Of("later", CalendarMonth.Of(2024, 6)) with { Title = "A measure to come", AwaitsMonths = true },
            ]);
            var study = new SuiteStudy(plan, 4, 1, (experiment, token) => new Runner(new LoopEngine()).RunAsync(experiment, new RunnerOptions { BlockSize = 32 }, null, token));
            Report = await study.RunAsync(bag, null, TestContext.Current.CancellationToken);
            Assert.Empty(bag.Sorted);
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
