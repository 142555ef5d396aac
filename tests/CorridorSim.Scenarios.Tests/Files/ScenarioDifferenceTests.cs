using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Tests.Files;

public sealed class ScenarioDifferenceTests
{
    [Fact]
    public void Added_removed_and_changed_keys_are_told_in_words()
    {
        var parent = Parse("id: a\nhorizon: { from: 2021-01, to: 2022-12 }\nworld: w\n");
        var child = Parse("id: b\nhorizon: { from: 2021-01, to: 2024-12 }\noutputs: { record: full }\n");

        var difference = ScenarioDifference.Describe(parent, child);

        Assert.Equal(
            ["changes horizon.to from 2022-12 to 2024-12", "adds outputs.record: full", "removes world, which was w"],
            difference);
    }

    [Fact]
    public void A_scenario_does_not_differ_from_itself()
    {
        var map = Parse("id: a\nmeasures: { USA: { x: { lever: fee, kusd: 1 } } }\n");

        Assert.Empty(ScenarioDifference.Describe(map, map));
    }

    private static YamlMap Parse(string text) => YamlReader.Parse(text, "test.yaml", new DiagnosticBag())!;
}
