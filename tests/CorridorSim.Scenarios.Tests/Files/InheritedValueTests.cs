using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Tests.Files;

public sealed class InheritedValueTests
{
    private const string Parameter = "behaviour.visa-penalty";
    private const string Head = "corridorsim: 1\nid: a\nworld: worlds/americas\nhorizon: { from: 2021-01, to: 2021-12 }\n";

    private static readonly WorldDraft Americas = WorldFolder.Load(Path.Combine(Repository.Scenarios, "worlds", "americas"), new DiagnosticBag())!;

    [Theory]
    [InlineData("{ triangular: [1, 2, 3], basis: assumption }", "{ value: 4 }", DistributionKind.Constant, 4)]
    [InlineData("{ value: 4 }", "{ uniform: [1, 3] }", DistributionKind.Uniform, 1)]
    [InlineData("{ uniform: [1, 3] }", "{ normal: [2, 0.1] }", DistributionKind.Normal, 2)]
    [InlineData("{ uniform: [1, 3] }", "{ uniform: [2, 3] }", DistributionKind.Uniform, 2)]
    [InlineData("{ uniform: [1, 3] }", "{ uniform: null, value: 4 }", DistributionKind.Constant, 4)]
    [InlineData("{ value: 4, range: [1, 5] }", "{ basis: assumption }", DistributionKind.Constant, 4)]
    [InlineData("{ uniform: [1, 3] }", "5", DistributionKind.Constant, 5)]
    [InlineData("5", "{ uniform: [1, 3] }", DistributionKind.Uniform, 1)]
    public void What_a_child_states_counts_however_the_parent_stated_it(string parent, string child, DistributionKind kind, double first)
    {
        var value = Read(Of(parent).With(Of(child))).Assumptions[Parameter];

        Assert.Equal((kind, first), (value.Kind, value.A));
    }

    [Fact]
    public void What_is_not_stated_anew_stays_in_its_place()
    {
        var merged = (YamlMap)((YamlMap)Of("{ basis: assumption, value: 4, range: [1, 5] }").With(Of("{ value: 3 }"))["assumptions"]!)[Parameter]!;

        Assert.Equal(["basis", "value", "range"], merged.Entries.Select(e => e.Key.Text));
    }

    [Fact]
    public void Names_that_a_writer_chose_are_not_taken_for_distributions()
    {
        var parent = Parse("agreements:\n  normal: { parties: [USA, PAN] }\n  value: { parties: [USA, PAN] }\n");
        var child = Parse("agreements:\n  uniform: { parties: [USA, PAN] }\n");

        var merged = (YamlMap)parent.With(child)["agreements"]!;

        Assert.Equal(["normal", "value", "uniform"], merged.Entries.Select(e => e.Key.Text));
    }

    private static YamlMap Of(string value) => Parse($"{Head}assumptions: {{ {Parameter}: {value} }}\n");

    private static YamlMap Parse(string text)
    {
        var bag = new DiagnosticBag();
        var map = YamlReader.Parse(text, "a.yaml", bag);
        Assert.Empty(bag.Sorted);
        return map!;
    }

    private static ResolvedScenario Read(YamlMap map)
    {
        var bag = new DiagnosticBag();
        var scenario = ScenarioReader.Read(map, Americas, bag);
        Assert.Empty(bag.Sorted);
        return scenario!;
    }
}
