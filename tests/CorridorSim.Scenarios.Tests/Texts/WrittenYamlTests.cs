using System.Text.RegularExpressions;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Tests.Texts;

/// <summary>What is written is the same for readers of YAML 1.1 and of YAML 1.2.</summary>
public sealed partial class WrittenYamlTests
{
    private static readonly string[] Words =
        ["NO", "no", "Yes", "on", "OFF", "y", "n", "true", "null", "~", "1e3", "0x1F", "0o17", "017", "1_000", "1:30", "2022-04-19", "2022-04-19T00:00:00Z", ".inf", "NaN", "=", "<<", "a: b", "#x", "-", "'", "\"", "line\nbreak", "tab\there", "back\\slash", "é", "100", "1.5", "x"];

    public static TheoryData<string> All => [.. Words];

    [Theory]
    [MemberData(nameof(All))]
    public void A_text_comes_back_as_the_same_text_and_no_reader_takes_it_for_something_else(string word)
    {
        var map = Map(("title", word), (word, "x"));

        var text = CanonicalYaml.Write(map);
        var again = YamlReader.Parse(text, "again.yaml", new DiagnosticBag())!;

        Assert.Equal(word, ((YamlText)again["title"]!).Text);
        Assert.Equal("x", ((YamlText)again[word]!).Text);
        Assert.Equal(text, CanonicalYaml.Write(again));
        foreach (var plain in Plain().Matches(text).Select(m => m.Groups[1].Value).Concat(text.Split('\n').Where(l => l.Length > 0).Select(l => l[..l.LastIndexOf(':')])).Where(p => p[0] is not ('\'' or '"')))
        {
            Assert.DoesNotMatch(Yaml11(), plain);
        }
    }

    [Theory]
    [InlineData("100", "100")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("1e3", "1.0e+3")]
    [InlineData("2.5E-7", "2.5e-7")]
    [InlineData("true", "true")]
    [InlineData("2022-04", "2022-04")]
    [InlineData("2022-04-19", "'2022-04-19'")]
    public void Where_a_number_is_meant_it_is_one_for_both(string value, string written) =>
        Assert.Equal($"above: {written}\n", CanonicalYaml.Write(Map(("above", value))));

    [Fact]
    public void Parties_and_agreements_whose_names_are_words_of_YAML_stay_names()
    {
        var bag = new DiagnosticBag();
        var map = YamlReader.Parse("agreements:\n  on: { parties: [NO, NA], signed: 2022-04-19 }\n", "a.yaml", bag)!;

        Assert.Equal("agreements:\n  'on':\n    parties: ['NO', NA]\n    signed: '2022-04-19'\n", CanonicalYaml.Write(map));
    }

    private static YamlMap Map(params (string Key, string Value)[] entries) => new(
        "f", 1, 1, [.. entries.Select(e => new YamlEntry(new YamlText("f", 1, 1, e.Key), new YamlText("f", 1, 1, e.Value) { IsQuoted = e.Key == "title" }))]);

    [GeneratedRegex(@": ([^'""\n]\S*)$", RegexOptions.Multiline)]
    private static partial Regex Plain();

    // The implicit types of yaml.org/type: bool, null, int with base 60, float, timestamp, merge, value.
    [GeneratedRegex(@"^(y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|~|null|Null|NULL||[-+]?(0b[0-1_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(:[0-5]?[0-9])+)|[-+]?([0-9][0-9_]*)?\.[0-9_]*([eE][-+][0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|\d{4}-\d\d?-\d\d?.*|<<|=)\z")]
    private static partial Regex Yaml11();
}
