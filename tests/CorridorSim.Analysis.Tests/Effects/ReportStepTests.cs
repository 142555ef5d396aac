using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Reports;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Analysis.Tests.Effects;

/// <summary>One run by week, month and quarter: of a small world, with a pact that pays and one party that keeps to it.</summary>
public sealed class ReportStepTests : IDisposable
{
    private const int Months = 8;

    private static readonly Lazy<(ExperimentResult Weeks, ExperimentResult Months)> Run = new(() => (Simulate(ReportStep.Week), Simulate(ReportStep.Month)));

    private readonly RunStore _store = new(Directory.CreateTempSubdirectory("corridorsim-steps-").FullName);

    /// <summary>Every variable of the world, with the kind of its series.</summary>
    public static TheoryData<string, bool> Kinds()
    {
        var data = new TheoryData<string, bool>();
        foreach (var series in Run.Value.Months.Plan.Series.DistinctBy(s => (s.Key.Variable, s.Kind)))
        {
            data.Add(series.Key.Variable, series.Kind == SeriesKind.Flow);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Weeks_months_and_quarters_of_a_series_agree(string variable, bool isFlow)
    {
        var (weeks, months) = Run.Value;
        var quarters = new ReportedPeriods(ReportStep.Quarter, SmallWorld.FirstMonth, Months);
        var seen = 0.0;
        foreach (var (series, index) in months.Plan.Series.Select((s, i) => (s, i)).Where(p => p.s.Key.Variable == variable && p.s.Kind == SeriesKind.Flow == isFlow))
        {
            for (var lane = 0; lane < 4; lane++)
            {
                var (weekly, monthly) = (weeks.Weeks(index, lane), months.Lane(index, lane));
                var quarterly = quarters.Fold(monthly, isFlow);
                Assert.Equal(monthly, weeks.Lane(index, lane));
                for (var q = 0; q < quarterly.Length; q++)
                {
                    var inside = weekly.AsSpan(q * 12, 12).ToArray();
                    Near(isFlow ? inside.Sum() : inside[^1], quarterly[q]);
                    seen += double.IsNaN(quarterly[q]) ? 0 : Math.Abs(quarterly[q]);
                }
            }
        }

        // A series of nothing would agree with anything; this world returns nobody from custody under ordinary law.
        Assert.True(seen > 0 || variable is Indicators.BorderReturns, $"{variable} is empty");
    }

    [Fact]
    public void Recording_weeks_changes_no_month_and_the_default_stays_as_it_was()
    {
        var (weeks, months) = Run.Value;

        Assert.Equal(ReportStep.Month, new SmallWorld().Declare().Experiment().Step);
        Assert.All(
            Enumerable.Range(0, months.Plan.Series.Count),
            s => Assert.Equal(months.Blocks[0].Values[s], Enumerable.Range(0, Months).SelectMany(m => Enumerable.Range(0, 8).Select(lane => weeks.Blocks[0].Month(s, m, lane))).ToArray()));
    }

    [Fact]
    public void A_stored_run_gives_the_same_weeks_and_quarters_and_tables_of_them()
    {
        var stored = new RunWriter(_store).Write(Run.Value.Weeks, Description);
        var (memory, file) = (new IndicatorReader(new ResultEnsemble(Run.Value.Weeks, 0)), new IndicatorReader(new StoredEnsemble(stored)));

        foreach (var name in new[] { "admissions", "queue:parole", "wait:parole", "legal-share", "encounters-between-ports" }.Select(IndicatorName.Parse))
        {
            Assert.Equal(memory.By(name, ReportStep.Week).Values, file.By(name, ReportStep.Week).Values);
            Assert.Equal(memory.By(name, ReportStep.Quarter).Values, file.By(name, ReportStep.Quarter).Values);
        }

        var sheet = new RunSheet(stored, new SheetChoice([new IndicatorPattern("admissions:parole")], [], null)).Monthly();
        Assert.StartsWith("indicator,variant,week,", sheet[0], StringComparison.Ordinal);
        Assert.StartsWith("admissions:parole,base,2021-01-w1,persons/week,", sheet[1], StringComparison.Ordinal);
        Assert.Equal(1 + (Months * 4), sheet.Count);
        Assert.Contains("periods/admissions.parquet", stored.Manifest.Files.Keys);
        Assert.Null(stored.Fault());
    }

    [Fact]
    public void The_share_of_legal_arrivals_of_a_quarter_is_that_of_its_flows()
    {
        var reader = new IndicatorReader(new ResultEnsemble(Run.Value.Weeks, 0));
        var quarter = reader.By(IndicatorName.Parse("legal-share"), ReportStep.Quarter).Values[0][0];

        Assert.Equal(reader.Over(IndicatorName.Parse("legal-share"), Period.TryParse("2021-Q1")).Values[0], quarter, 12);
        Assert.NotEqual(reader.Monthly(IndicatorName.Parse("legal-share"))[0][..3].Average(), quarter, 9);
    }

    [Fact]
    public void Months_that_make_no_whole_quarter_are_left_out_and_counted()
    {
        var periods = new ReportedPeriods(ReportStep.Quarter, Model.Policy.CalendarMonth.Of(2021, 2), 10);

        Assert.Equal(["2021-Q2", "2021-Q3"], periods.Names);
        Assert.Equal(4, periods.MonthsLeftOut);
        Assert.Equal([12.0, 21.0], periods.Fold([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], isFlow: true));
        Assert.Equal([5.0, 8.0], periods.Fold([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], isFlow: false));
        Assert.Equal("persons/quarter", periods.Unit("persons/month"));
    }

    [Fact]
    public void A_run_by_month_says_in_one_line_that_it_has_no_weeks()
    {
        var reader = new IndicatorReader(new ResultEnsemble(Run.Value.Months, 0));

        var error = Assert.Throws<UnknownIndicatorException>(() => reader.By(IndicatorName.Parse("admissions"), ReportStep.Week));

        Assert.Equal("'base' was recorded by month, which does not say what happened in a week; add '--set outputs.step=week' and run it again.", error.Message);
    }

    public void Dispose() => Directory.Delete(_store.Folder, recursive: true);

    private static RunDescription Description { get; } = new("small", "abc", "corridorsim: 1\nid: small\n", "1.0", null, new string('a', 64));

    private static void Near(double expected, double actual)
    {
        if (!double.IsNaN(expected) || !double.IsNaN(actual))
        {
            Assert.InRange(Math.Abs(expected - actual), 0, 1e-9 * Math.Max(1, Math.Abs(expected)));
        }
    }

    private static ExperimentResult Simulate(ReportStep step)
    {
        var world = new SmallWorld().Declare();
        var places = world.Provision("places", Model.Policy.Combination.Add, 400, ["parole.places"], SmallWorld.FirstMonth + 3) with { Payer = SmallWorld.Des };
        world.Enact(world.Agreement("pact", [places with { UnitCost = world.Slot("places.price", 2) }]));
        var experiment = world.Experiment(8, Months) with { Step = step };
        var all = BlockPlan.Compile(experiment).AllSeries.Select(s => s.Key).ToArray();
        var plan = BlockPlan.Compile(experiment with { Recorded = all });
        return new ExperimentResult { Plan = plan, Blocks = [BlockSimulation.Run(plan, new LaneRange(0, 8))], Elapsed = TimeSpan.FromSeconds(1) };
    }
}
