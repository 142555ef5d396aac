using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Tests.Reports;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Analysis.Tests.Attribution;

/// <summary>A world that is moved is never credited to the agreement.</summary>
public sealed class PolicyAndWorldTests
{
    private const string Forgetting = "behaviour.forgetting-months";
    private const string Places = "agreements.us-panama.provisions.referrals.places-per-month";

    [Fact]
    public void An_unchanged_scenario_changes_policy_only()
    {
        var compiled = Load();

        var corners = Corners(compiled);

        Assert.False(corners.MovesWorld);
        Assert.Equal(corners.Baseline.Settings, corners.World.Settings);
        Assert.Equal(corners.Both.Settings, corners.Policy.Settings);
    }

    [Fact]
    public void A_moved_parameter_of_the_world_is_in_the_world_and_in_nothing_of_policy()
    {
        var compiled = Load();
        var slot = Slot(compiled, Forgetting);

        var corners = Corners(compiled, new SlotSetting(slot, Distribution.Constant(10)));

        Assert.True(corners.MovesWorld);
        Assert.Equal(new SlotSetting(slot, Distribution.Constant(10)), Assert.Single(corners.World.Settings.Except(corners.Baseline.Settings)));
        Assert.Equal(corners.World.Settings.Single(s => s.Slot == slot), corners.Both.Settings.Single(s => s.Slot == slot));
        Assert.NotEqual(Distribution.Constant(10), corners.Policy.Settings.Where(s => s.Slot == slot).Select(s => s.Value).SingleOrDefault());
    }

    [Fact]
    public void A_moved_clause_is_policy_and_leaves_the_world_as_it_is()
    {
        var compiled = Load();

        var corners = Corners(compiled, new SlotSetting(Slot(compiled, Places), Distribution.Constant(900)));

        Assert.False(corners.MovesWorld);
        Assert.Equal(900, corners.Policy.Settings.Single(s => s.Slot == Slot(compiled, Places)).Value.A);
        Assert.DoesNotContain(corners.World.Settings, s => s.Slot == Slot(compiled, Places));
    }

    [Fact]
    public async Task Without_a_clause_moved_by_the_scenario_policy_and_joint_effect_are_exactly_zero()
    {
        // The arrangement as it was signed promises nothing: whatever the world does, none of it is the arrangement's.
        var compiled = Load("us-panama-as-signed.yaml");
        var corners = Corners(compiled, new SlotSetting(Slot(compiled, Forgetting), Distribution.Constant(10)));

        var effects = PolicyWorldEffect.Of([new HeadlineIndicator("deaths", new IndicatorName(Indicators.Deaths))], await RunAsync(corners.Baseline), await RunAsync(corners.Policy), await RunAsync(corners.World), await RunAsync(corners.Both));

        var deaths = Assert.Single(effects);
        Assert.Equal((0, 0), (deaths.Policy.P05, deaths.Policy.P95));
        Assert.Equal((0, 0), (deaths.Joint.P05, deaths.Joint.P95));
        Assert.NotEqual(0, deaths.World.Median);

        async Task<IEnsemble> RunAsync(Variant variant)
        {
            var experiment = compiled.Experiment with { Variants = [variant], Replicates = 8, Months = 30, Recorded = null };
            return new ResultEnsemble(await new Runner(new LoopEngine()).RunAsync(experiment, new RunnerOptions { BlockSize = 8 }), 0);
        }
    }

    [Fact]
    public void The_means_of_the_three_add_up_to_the_whole_difference()
    {
        var lines = FourLines.Split([1, 2, 3], [5, 4, 9], [2, 2, 1], [7, 8, 0]);

        Assert.Equal(new double[] { 6, 6, -3 }, lines.Policy.Zip(lines.Assumptions, (p, w) => p + w).Zip(lines.Interaction, (s, j) => s + j));
    }

    [Theory]
    [InlineData(Places, true)]
    [InlineData("measures.GBR.provisions.family-scheme.places-per-month", true)]
    [InlineData("channels.usa-parole.lots.chnv/parole.places", true)]
    [InlineData(Forgetting, false)]
    [InlineData("channels.usa-parole.places", false)]
    public void Policy_is_every_input_of_an_agreement_or_a_measure(string path, bool isPolicy) => Assert.Equal(isPolicy, PolicyAndWorld.IsPolicy(path));

    [Fact]
    public void A_setting_of_the_world_holds_for_the_parent_of_a_run_as_well_and_one_of_policy_does_not()
    {
        var compiled = Load("us-panama-2022.yaml", $"assumptions.{Forgetting}=10", $"{Places}.value=900");

        Assert.Equal(10, Value(compiled, 0, Forgetting));
        Assert.Equal(10, Value(compiled, 1, Forgetting));
        Assert.Equal(900, Value(compiled, 0, Places));
        Assert.False(Corners(compiled).MovesWorld);
    }

    private static CompiledScenario Load(string file = "us-panama-2022.yaml", params string[] settings)
    {
        var bag = new DiagnosticBag();
        return CompiledScenario.Load(Path.Combine(Repository.Scenarios, file), settings, bag) ?? throw new InvalidOperationException(string.Join('\n', bag.Sorted));
    }

    private static Slot Slot(CompiledScenario compiled, string path) =>
        compiled.World.Slots.TryFind(path, out var slot) ? slot : throw new InvalidOperationException($"There is no input {path}.");

    private static double Value(CompiledScenario compiled, int variant, string path)
    {
        var slot = Slot(compiled, path);
        return compiled.Experiment.Variants[variant].Settings.Where(s => s.Slot == slot).Select(s => s.Value).DefaultIfEmpty(compiled.World.Slots[slot].Value).Single().A;
    }

    private static PolicyAndWorld Corners(CompiledScenario compiled, params SlotSetting[] moved)
    {
        var variants = compiled.Experiment.Variants;
        var scenario = new Variant(variants[0].Name, [.. variants[0].Settings.Where(s => moved.All(m => m.Slot != s.Slot)).Concat(moved).OrderBy(s => s.Slot)]);
        return PolicyAndWorld.Of(compiled.Experiment.World.Slots, scenario, variants[1]);
    }
}
