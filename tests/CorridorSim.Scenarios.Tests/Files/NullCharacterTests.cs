using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Tests.Files;

/// <summary>The character of code 0 stands in no name of a file and no identifier: it is refused where texts are read.</summary>
public sealed class NullCharacterTests
{
    [Theory]
    [InlineData("extends: \"a\\0b.yaml\"\n", 10)]
    [InlineData("include: [\"a\\0b.yaml\"]\n", 11)]
    [InlineData("world: \"worlds/a\\x00\"\n", 8)]
    public void A_text_with_it_is_refused_with_its_place(string text, int column)
    {
        var bag = new DiagnosticBag();

        _ = YamlReader.Parse(text, "file.yaml", bag);

        var fault = Assert.Single(bag.Sorted);
        Assert.Equal((1, column, "a text has the character of code 0; remove it"), (fault.Line, fault.Column, fault.Message));
    }
}
