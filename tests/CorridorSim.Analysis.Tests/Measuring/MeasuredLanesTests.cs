using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Runs.Running;

namespace CorridorSim.Analysis.Tests.Measuring;

public sealed class MeasuredLanesTests
{
    private static readonly IndicatorName[] Asked = [new("admissions"), new("wait", "parole"), new("legal-share"), new("deaths", null, "ALF")];

    [Theory]
    [InlineData(8)]
    [InlineData(13)]
    public async Task Figures_reduced_block_by_block_equal_those_of_the_whole_result(int blockSize)
    {
        var experiment = Experiment(3);

        var lanes = await RunAsync(experiment, new LoopEngine(), blockSize);

        var measure = LaneMeasure.Of(experiment, Asked, []);
        var whole = await new Runner(new LoopEngine()).RunAsync(measure.Plan.Experiment, new RunnerOptions());
        for (var variant = 0; variant < 3; variant++)
        {
            var reader = new IndicatorReader(new ResultEnsemble(whole, variant));
            Assert.All(Asked.Select((name, c) => (name, c)), a => Assert.Equal(reader.Over(a.name).Values, lanes.Of(a.c, variant)));
        }
    }

    [Fact]
    public async Task A_variant_gives_the_same_numbers_alone_and_among_others()
    {
        var many = Experiment(5);
        var alone = many with { Variants = [many.Variants[3]] };

        var among = await RunAsync(many, new LoopEngine(), 16);

        Assert.Equal((await RunAsync(alone, new LoopEngine(), 16)).Of(3, 0), among.Of(3, 3));
    }

    [Fact]
    public async Task An_error_in_one_lane_is_recorded_and_spares_its_neighbours()
    {
        var sound = await RunAsync(Experiment(3), new LoopEngine(), 16);

        var broken = await RunAsync(Experiment(3), new LoopEngine(brokenLane: 9), 16);

        Assert.Equal((9, "a bug that one lane triggers"), broken.Failures.Select(f => ((int)f.Lane, f.Reason)).Single());
        Assert.True(double.IsNaN(broken.Of(0, 1)[2]));
        Assert.Equal(sound.Of(0, 1).Where((_, k) => k != 2), broken.Of(0, 1).Where((_, k) => k != 2));
        Assert.Equal(sound.Of(0, 2), broken.Of(0, 2));
    }

    [Theory]
    [InlineData("wait")]
    [InlineData("mean-wait")]
    public async Task A_wait_is_measured_as_the_whole_result_has_it_and_is_not_a_number_where_nobody_is_admitted(string variable)
    {
        var world = new SmallWorld().Declare();
        var experiment = world.Experiment(7, 9, 3, [world.Variant("open", ("parole.places", 300)), world.Variant("shut", ("parole.places", 0), ("parole.approval", 0))]);
        var measure = LaneMeasure.Of(experiment, [new(variable, "parole")], []);

        var lanes = await MeasuredLanes.RunAsync(new Runner(new LoopEngine()), measure, new RunnerOptions(), null, TestContext.Current.CancellationToken);

        Assert.All(lanes.Of(0, 0), w => Assert.InRange(w, 0.01, 240));
        Assert.All(lanes.Of(0, 1), w => Assert.Equal(double.NaN, w));
    }

    [Fact]
    public void Only_needed_series_are_recorded()
    {
        var plan = LaneMeasure.Of(Experiment(1), [new("deaths", "TRA>DES")], []).Plan;

        Assert.Equal(["deaths:TRA>DES/ALL"], plan.Series.Select(s => s.Key.ToString()));
    }

    [Fact]
    public void An_unknown_indicator_is_told_with_the_nearest_name()
    {
        var error = Assert.Throws<UnknownIndicatorException>(() => LaneMeasure.Of(Experiment(1), [new("admisions")], []));

        Assert.Contains("did you mean 'admissions'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unpaired_variants_have_luck_of_their_own()
    {
        var twins = Experiment(1) with { Variants = [new Variant("a", []), new Variant("b", [])] };

        var paired = await RunAsync(twins, new LoopEngine(), 16);
        var unpaired = await RunAsync(twins with { IsPaired = false }, new LoopEngine(), 16);

        Assert.Equal(paired.Of(3, 0), paired.Of(3, 1));
        Assert.NotEqual(unpaired.Of(3, 0), unpaired.Of(3, 1));
    }

    private static Task<MeasuredLanes> RunAsync(Experiment experiment, LoopEngine engine, int blockSize) => MeasuredLanes.RunAsync(
        new Runner(engine), LaneMeasure.Of(experiment, Asked, []), new RunnerOptions { BlockSize = blockSize }, null, TestContext.Current.CancellationToken);

    private static Experiment Experiment(int variants)
    {
        var world = new SmallWorld().Declare();
        return world.Experiment(7, 9, 3, [.. Enumerable.Range(0, variants).Select(v => world.Variant($"v{v}", ("parole.places", 300 + (200 * v))))]);
    }
}
