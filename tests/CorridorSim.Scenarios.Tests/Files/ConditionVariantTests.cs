using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Tests.Files;

/// <summary>Scenarios whose agreements have other conditions run side by side as each does alone.</summary>
public sealed class ConditionVariantTests
{
    private const string Head = "id: child\nagreements:\n  us-panama:\n";

    public static TheoryData<string> Children =>
    [
        // The shipped measure against crossings watches the same border.
        Head + "    conditions:\n      suspend-when: { indicator: encounters-between-ports, leg: null, border: MEX>USA, above: 30000, for-months: 1 }\n",
        Head + "    conditions: { suspend-when: null }\n",
        Head + "    conditions:\n      suspend-when: null\n      review: { indicator: irregular-entries, leg: COL>PAN, above: 4000, every-months: 3, scale-by: 0.5, at-least: 0.2 }\n",
        Head + "    conditions:\n      suspend-when:\n      - { indicator: irregular-entries, leg: COL>PAN, above: 5000 }\n      - { indicator: queue, channel: usa-family, above: 10 }\n      - { indicator: irregular-entries, leg: COL>PAN, above: 3000, for-months: 1 }\n",
        Head + "    conditions:\n      in-force-when: { indicator: irregular-entries, leg: COL>PAN, above: 3000 }\n      review: { every-months: 2, scale-by: 1.25, at-most: 2 }\n",
        Head + "    parties: [USA, PAN, CRI]\n    provisions:\n      more: { lever: protection-capacity, country: CRI, by: CRI, places-per-month: 50, from: 2022-06, basis: assumption, reciprocal: protection }\n    compliance:\n      CRI: { indicator: irregular-entries, leg: COL>PAN, capacity: 100, least: 0.1, financed-by: protection }\n",
        Head + "    conditions:\n      suspend-when: { below: 100 }\n",
        Head + "    provisions:\n      more: { lever: channel-capacity, channel: usa-h2b, places-per-year: 4800, spread: first-come, season: { first: oct, last: mar }, carry-over: 100, go-home-share: 0.9, from: 2022-05, basis: assumption, reciprocal: referrals }\n",
        Head + "    provisions:\n      protection:\n        when: { indicator: irregular-entries, leg: COL>PAN, above: 2000 }\n",
    ];

    [Theory]
    [MemberData(nameof(Children))]
    public void A_scenario_beside_its_parent_gives_the_figures_it_gives_alone_to_the_bit(string child)
    {
        var (alone, together) = (Run([child], out var own), Run([string.Empty, child], out var both));

        Assert.Equal(1, own.Instruments.Count(i => i.Id.StartsWith("us-panama", StringComparison.Ordinal)));
        Assert.Equal(1, both.Instruments.Count(i => i.Id.StartsWith("us-panama", StringComparison.Ordinal)));
        Assert.Empty(together.Failures);
        foreach (var (info, s) in alone.Series.Select((info, s) => (info, s)))
        {
            var index = together.Series.ToList().FindIndex(i => i.Key == info.Key);
            Assert.True(index >= 0, info.Key.ToString());
            Assert.Equal(alone.Values[s], together.Values[index].Chunk(2).Select(lanes => lanes[1]).ToArray());
        }
    }

    [Theory]
    [InlineData(2000)]
    [InlineData(200_000)]
    public void A_threshold_that_a_sweep_moves_does_what_a_file_that_states_it_does(double above)
    {
        const string Path = "agreements.us-panama.conditions.suspend-when.above";
        string[] months = ["horizon.from=2022-04", "horizon.to=2022-12", "ensemble.replicates=2", "agreements.us-panama.conditions.suspend-when.for-months=1"];
        var stated = Compile([.. months, FormattableString.Invariant($"{Path}={above}")]);
        var moved = Compile([.. months, $"{Path}=9000"]);
        Assert.True(moved.World.Slots.TryFind(Path, out var slot));
        var variant = moved.Experiment.Variants[0];
        variant = new Variant(variant.Name, [.. variant.Settings.Where(s => s.Slot != slot).Append(new SlotSetting(slot, Distribution.Constant(above))).OrderBy(s => s.Slot)]);

        var one = BlockSimulation.Run(BlockPlan.Compile(stated.Experiment), new LaneRange(0, 2), TestContext.Current.CancellationToken);
        var other = BlockSimulation.Run(BlockPlan.Compile(moved.Experiment with { Variants = [variant, .. moved.Experiment.Variants.Skip(1)] }), new LaneRange(0, 2), TestContext.Current.CancellationToken);

        Assert.Equal(one.Values, other.Values);
    }

    private static CompiledScenario Compile(string[] settings)
    {
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.Load(System.IO.Path.Combine(Repository.Scenarios, "us-panama-2022.yaml"), settings, bag);
        Assert.Empty(bag.Sorted);
        return compiled!;
    }

    [Fact]
    public void A_party_that_only_one_variant_binds_keeps_wholly_to_the_agreement_in_the_other()
    {
        var result = Run([string.Empty, Children.ElementAt(5).Data], out _);

        var level = result.Values[result.Series.ToList().FindIndex(s => s.Key == new SeriesKey(Indicators.Compliance, "us-panama@CRI", SeriesKey.All))].Chunk(2).ToArray();
        Assert.All(level, lanes => Assert.Equal(1, lanes[0]));
        Assert.InRange(level[^1][1], 0.1, 0.5);
    }

    private static BlockResult Run(IReadOnlyList<string> children, out Model.Worlds.WorldPlan plan)
    {
        var bag = new DiagnosticBag();
        var loaded = ScenarioFile.Load(Path.Combine(Repository.Scenarios, "us-panama-2022.yaml"), [], bag)!;
        var world = ScenarioReader.World(loaded, bag)!;
        var scenarios = children.Select(c => ScenarioReader.Read(c.Length == 0 ? loaded.Merged : loaded.Merged.With(YamlReader.Parse(c, "child.yaml", bag)!), world, bag)).ToArray();
        Assert.Empty(bag.Sorted);
        var experiment = ExperimentCompiler.Compile(world, scenarios!) with { Replicates = 1, Months = 24 };
        plan = experiment.World;
        return BlockSimulation.Run(BlockPlan.Compile(experiment), new LaneRange(0, children.Count), TestContext.Current.CancellationToken);
    }
}
