using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Tests.Files;

public sealed class EmptyAgreementTests
{
    private const string Signed = """
        id: signed-only
        agreements:
          nothing-promised:
            parties: [USA, PAN]
            signed: 2022-04-19
        """;

    [Fact]
    public void An_agreement_without_provisions_compiles_to_the_settings_of_its_parent()
    {
        var experiment = Compile("us-panama-2022.yaml", Signed);

        Assert.Contains(experiment.World.Instruments, i => i.Id == "nothing-promised" && i.Provisions.Count == 0);
        Assert.NotEmpty(experiment.Variants[0].Settings);
        Assert.Equal(experiment.Variants[0].Settings, experiment.Variants[1].Settings);
    }

    [Fact]
    public void The_arrangement_of_april_2022_as_published_leaves_every_series_unchanged_to_the_bit()
    {
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.Load(Path.Combine(Repository.Scenarios, "us-panama-as-signed.yaml"), [], bag);
        Assert.Empty(bag.Sorted);
        var experiment = compiled!.Experiment with { Replicates = 3, Recorded = null };
        Assert.Equal(2, experiment.Variants.Count);

        var result = BlockSimulation.Run(BlockPlan.Compile(experiment), new LaneRange(0, 6), TestContext.Current.CancellationToken);

        Assert.Empty(result.Failures);
        Assert.Contains(result.Values, values => values.Any(v => v != 0));
        Assert.All(result.Values, values => Assert.All(values.Chunk(6), lanes => Assert.Equal(lanes[..3], lanes[3..])));
    }

    [Fact]
    public void A_changed_size_is_one_setting_of_the_variant()
    {
        var experiment = Compile("us-panama-2022.yaml", """
            id: larger
            agreements:
              us-panama:
                provisions:
                  protection:
                    places-per-month: { value: 600, basis: assumption }
            """);

        var added = Assert.Single(experiment.Variants[1].Settings.Except(experiment.Variants[0].Settings));

        Assert.Equal("agreements.us-panama.provisions.protection.places-per-month", experiment.World.Slots[added.Slot.Index].Path);
        Assert.Equal(600, added.Value.Central);
    }

    private static Experiment Compile(string file, string child)
    {
        var bag = new DiagnosticBag();
        var loaded = ScenarioFile.Load(Path.Combine(Repository.Scenarios, file), [], bag)!;
        var world = ScenarioReader.World(loaded, bag)!;
        var parent = ScenarioReader.Read(loaded.Merged, world, bag);
        var other = ScenarioReader.Read(loaded.Merged.With(YamlReader.Parse(child, "child.yaml", bag)!), world, bag);
        Assert.Empty(bag.Sorted);
        return ExperimentCompiler.Compile(world, [parent!, other!]);
    }
}
