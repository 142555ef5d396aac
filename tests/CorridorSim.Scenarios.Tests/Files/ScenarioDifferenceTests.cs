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
    public void An_added_provision_is_one_sentence_and_a_changed_one_is_told_value_by_value()
    {
        var parent = Parse("measures: { USA: { x: { lever: fee, kusd: { value: 1, basis: assumption } } } }\n");
        var child = Parse("measures: { USA: { x: { lever: fee, kusd: { value: 2, basis: assumption } }, y: { lever: fee, kusd: 3 } } }\n");

        Assert.Equal(
            ["changes measures.USA.x.kusd from 1 (basis assumption) to 2 (basis assumption)", "adds measures.USA.y: lever fee, kusd 3"],
            ScenarioDifference.Describe(parent, child));
    }

    [Fact]
    public void A_scenario_does_not_differ_from_itself()
    {
        var map = Parse("id: a\nmeasures: { USA: { x: { lever: fee, kusd: 1 } } }\n");

        Assert.Empty(ScenarioDifference.Describe(map, map));
    }

    private static YamlMap Parse(string text) => YamlReader.Parse(text, "test.yaml", new DiagnosticBag())!;
}
