using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Scenarios.Tests.Files;

public sealed class ShippedScenarioTests
{
    public static TheoryData<string> Files { get; } =
        [.. Directory.EnumerateFiles(Repository.Scenarios, "*.yaml").Select(f => Path.GetFileName(f)!).Where(IsScenario).Order(StringComparer.Ordinal)];

    private static bool IsScenario(string file) => !Path.GetFileNameWithoutExtension(file).Contains('.', StringComparison.Ordinal);

    [Fact]
    public void The_shipped_comparison_is_valid()
    {
        var bag = new DiagnosticBag();

        var comparison = ComparisonFile.Load(Path.Combine(Repository.Scenarios, "pacts.compare.yaml"), bag);

        Assert.Empty(bag.Sorted);
        Assert.Equal(4, comparison!.Runs.Count);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_scenario_compiles_and_closes_its_ledger(string file)
    {
        var bag = new DiagnosticBag();
        var loaded = ScenarioFile.Load(Path.Combine(Repository.Scenarios, file), [], bag);
        Assert.Empty(bag.Sorted);
        var world = ScenarioReader.World(loaded!, bag);
        Assert.Empty(bag.Sorted);
        var scenario = ScenarioReader.Read(loaded!.Merged, world!, bag);
        Assert.Empty(bag.Sorted);

        var experiment = ExperimentCompiler.Compile(world!, [scenario!]) with { Replicates = 1 };

        var result = BlockSimulation.Run(BlockPlan.Compile(experiment), new LaneRange(0, 1), TestContext.Current.CancellationToken);
        Assert.Empty(result.Failures);
        Assert.InRange(result.LedgerError, 0, 1e-9);
    }

    [Fact]
    public void Every_input_of_the_americas_has_a_source_and_a_meaning()
    {
        var bag = new DiagnosticBag();
        var world = Worlds.AmericasTests.Load(bag);

        Assert.All(world.Slots.Slots, slot =>
        {
            Assert.NotEmpty(slot.Source);
            Assert.NotEmpty(slot.Meaning);
            Assert.NotEmpty(slot.Unit);
            Assert.Contains(slot.Confidence, new[] { "high", "medium", "low" });
        });
    }

    [Fact]
    public void The_canonical_text_reads_back_to_the_same_hash()
    {
        var bag = new DiagnosticBag();
        var loaded = ScenarioFile.Load(Path.Combine(Repository.Scenarios, "us-panama-2022.yaml"), [], bag);
        var text = CanonicalYaml.Write(loaded!.Merged);

        var again = Scenarios.Yaml.YamlReader.Parse(text, "again.yaml", bag);

        Assert.Empty(bag.Sorted);
        Assert.Equal(text, CanonicalYaml.Write(again!));
    }
}
