using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Tests.Files;

public sealed class WrongScenarioTests
{
    private const string Head = "corridorsim: 1\nid: wrong\nworld: worlds/americas\nhorizon: { from: 2021-01, to: 2021-12 }\n";
    private const string Pact = Head + "agreements:\n  pact:\n    parties: [USA, PAN]\n    signed: 2022-04-19\n    provisions:\n      p:\n";

    private static readonly WorldDraft Americas = WorldFolder.Load(Path.Combine(Repository.Scenarios, "worlds", "americas"), new DiagnosticBag())!;

    [Theory]
    [InlineData("corridorsim: 2\nid: a\nhorizon: { from: 2021-01, to: 2021-12 }", "wrong.yaml:1:14", "must lie between 1 and 1")]
    [InlineData("id: a\nhorizon: { from: 2021-01, to: 2021-12 }", "wrong.yaml:1:1", "corridorsim: 1")]
    [InlineData("corridorsim: 1\nid: Bad Id\nhorizon: { from: 2021-01, to: 2021-12 }", "wrong.yaml:2:5", "lower-case")]
    [InlineData("corridorsim: 1\nid: a", "wrong.yaml:1:1", "no horizon")]
    [InlineData("corridorsim: 1\nid: a\nhorizon: { from: 2021-01 }", "wrong.yaml:3:10", "no 'to'")]
    [InlineData("corridorsim: 1\nid: a\nhorizon: { from: 2022-01, to: 2021-12 }", "wrong.yaml:3:31", "ends before it begins")]
    [InlineData("corridorsim: 1\nid: a\nhorizon: { from: 1000-01, to: 2021-12 }", "wrong.yaml:3:18", "not a date from 1990")]
    [InlineData("corridorsim: 1\nid: a\nhorizon: { from: 1990-01, to: 2100-12 }", "wrong.yaml:3:31", "at most 600")]
    [InlineData("corridorsim: 1\nid: a\nhorizon: { from: 2021-13, to: 2021-12 }", "wrong.yaml:3:18", "write 2022-04")]
    [InlineData("corridorsim: 1\nid: a\nhorizon: 12", "wrong.yaml:3:10", "must be a mapping")]
    [InlineData(Head + "horizn: 1", "wrong.yaml:5:1", "did you mean 'horizon'")]
    [InlineData(Head + "id: twice", "wrong.yaml:5:1", "stands twice")]
    [InlineData(Head + "ensemble: { replicates: 0 }", "wrong.yaml:5:25", "between 1 and 10000")]
    [InlineData(Head + "ensemble: { replicates: 1.5 }", "wrong.yaml:5:25", "whole number")]
    [InlineData(Head + "ensemble: { replicates: many }", "wrong.yaml:5:25", "must be a number")]
    [InlineData(Head + "ensemble: { replicate: 8 }", "wrong.yaml:5:13", "did you mean 'replicates'")]
    [InlineData(Head + "outputs: { record: most }", "wrong.yaml:5:20", "headline, flows or full")]
    [InlineData(Head + "assumptions: { behaviour.visa-penaltie: 2 }", "wrong.yaml:5:16", "did you mean 'behaviour.visa-penalty'")]
    [InlineData(Head + "assumptions: { behaviour.visa-penalty: -1 }", "wrong.yaml:5:40", "between 0 and 20")]
    [InlineData(Head + "assumptions: { behaviour.visa-penalty: { triangular: [1, 2] } }", "wrong.yaml:5:54", "list of 3 numbers")]
    [InlineData(Head + "assumptions: { behaviour.visa-penalty: { uniform: [3, 2] } }", "wrong.yaml:5:51", "must rise")]
    [InlineData(Head + "assumptions: { behaviour.visa-penalty: { value: 2, uniform: [1, 3] } }", "wrong.yaml:5:52", "stated twice, by 'value' and by 'uniform'")]
    [InlineData(Head + "assumptions: { behaviour.visa-penalty: { gamma: [3, 2] } }", "wrong.yaml:5:42", "unknown key 'gamma'")]
    [InlineData(Head + "assumptions: { behaviour.visa-penalty: { uniform: [3, 200] } }", "wrong.yaml:5:51", "leaves the allowed range")]
    [InlineData(Head + "measures: { ATL: {} }", "wrong.yaml:5:13", "unknown country 'ATL'")]
    [InlineData(Head + "measures: { USA: { m: 1 } }", "wrong.yaml:5:23", "must be a mapping")]
    [InlineData(Head + "measures: { USA: { m: { lever: fee } } }", "wrong.yaml:5:20", "does not say 'channel'")]
    [InlineData(Head + "measures: { USA: { m: { lever: feee } } }", "wrong.yaml:5:32", "did you mean 'fee'")]
    [InlineData(Head + "measures: { USA: { m: { from: 2021-01 } } }", "wrong.yaml:5:23", "'lever' is missing")]
    [InlineData(Head + "agreements: { a: { parties: [USA], signed: 2022-01 } }", "wrong.yaml:5:29", "at least two parties")]
    [InlineData(Head + "agreements: { a: { parties: [USA, PNA], signed: 2022-01 } }", "wrong.yaml:5:35", "unknown country 'PNA'")]
    [InlineData(Head + "agreements: { a: { parties: [USA, PAN] } }", "wrong.yaml:5:15", "no date of signature")]
    [InlineData(Head + "agreements: { a: { parties: [USA, PAN], signed: 2022-01, conditions: { sunset: 2021-01 } } }", "wrong.yaml:5:80", "before the signature")]
    [InlineData(Head + "agreements: { a: { parties: [USA, PAN], signed: 2022-01, conditions: { suspend-when: { indicator: deaths, leg: COL>PAN } } } }", "wrong.yaml:5:86", "either 'above' or 'below'")]
    [InlineData(Head + "agreements: { a: { parties: [USA, PAN], signed: 2022-01, conditions: { suspend-when: { indicator: death, leg: COL>PAN, above: 1 } } } }", "wrong.yaml:5:99", "does not measure")]
    [InlineData(Pact + "        { lever: protection-capacity, country: PAN, places-per-month: -5, from: 2022-10, basis: assumption }", "wrong.yaml:11:71", "between 0 and 1000000")]
    [InlineData(Pact + "        { lever: protection-capacity, country: PAN, places-per-month: 5, from: 2022-01, basis: assumption }", "wrong.yaml:11:80", "before the agreement is signed")]
    [InlineData(Pact + "        { lever: protection-capacity, country: PAN, places-per-month: 5, from: 2022-10, to: 2022-09, basis: assumption }", "wrong.yaml:11:93", "ends before it begins")]
    [InlineData(Pact + "        { lever: protection-capacity, country: PAN, places-per-month: 5, from: 2022-10 }", "wrong.yaml:10:7", "published or assumed")]
    [InlineData(Pact + "        { lever: protection-capacity, country: PAN, places-per-month: 5, from: 2022-10, basis: published }", "wrong.yaml:10:7", "without a source")]
    [InlineData(Pact + "        { lever: protection-capacity, country: PAN, places-per-month: 5, basis: assumption }", "wrong.yaml:10:7", "has no date")]
    [InlineData(Pact + "        { lever: protection-capacity, country: PAN, from: 2022-10, basis: assumption }", "wrong.yaml:10:7", "has no size")]
    [InlineData(Pact + "        { lever: transit-danger, leg: COL>PNA, factor: 0.5, from: 2022-10, basis: assumption }", "wrong.yaml:11:39", "did you mean 'COL>PAN'")]
    [InlineData(Pact + "        { lever: channel-capacity, channel: usa-resetlement, places-per-month: 5, from: 2022-10, basis: assumption }", "wrong.yaml:11:45", "did you mean 'usa-resettlement'")]
    [InlineData(Pact + "        { lever: fee, channel: usa-h2a, kusd: 1, from: 2022-10, basis: assumption }", "wrong.yaml:11:32", "nobody applies to usa-h2a, people are named")]
    [InlineData(Pact + "        { lever: visa-requirement, route: mexico-air, nationalities: [CHN], required: true, from: 2022-10, basis: assumption }", "wrong.yaml:11:70", "none of these nationalities")]
    [InlineData(Pact + "        { lever: transit-danger, leg: COL>PAN, factor: { value: 0.5, range: [1, 0] }, from: 2022-10, basis: assumption }", "wrong.yaml:11:77", "reversed")]
    public void A_wrong_file_is_named_with_place_cause_and_remedy(string text, string place, string cause)
    {
        var bag = new DiagnosticBag();
        if (YamlReader.Parse(text, "wrong.yaml", bag) is { } map)
        {
            _ = ScenarioReader.Read(map, Americas, bag);
        }

        Assert.Contains(bag.Sorted, d => d.ToString().StartsWith(place + ":", StringComparison.Ordinal) && d.Message.Contains(cause, StringComparison.Ordinal));
    }

    [Fact]
    public void All_errors_of_a_file_are_reported_at_once_in_order()
    {
        var bag = new DiagnosticBag();
        var map = YamlReader.Parse(Head + "horizn: 1\nensemble: { replicates: 0 }\nmeasures: { ATL: {} }", "wrong.yaml", bag)!;

        _ = ScenarioReader.Read(map, Americas, bag);

        Assert.Equal([5, 6, 7], bag.Sorted.Select(d => d.Line));
    }

    [Theory]
    [InlineData("a: &x 1\nb: *x\n", "aliases are not allowed")]
    [InlineData("a: [1, 2\n", "not valid YAML")]
    [InlineData("a: 1\n[: b\nc: 2\n", "not valid YAML")]
    [InlineData("", "the file is empty")]
    [InlineData("- 1\n", "must be a mapping")]
    [InlineData("a: 1\n---\nb: 2\n", "second document")]
    public void Dangerous_or_broken_yaml_is_refused(string text, string cause)
    {
        var bag = new DiagnosticBag();

        _ = YamlReader.Parse(text, "wrong.yaml", bag);

        Assert.Contains(bag.Sorted, d => d.Message.Contains(cause, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_message_quotes_is_printable_and_short()
    {
        var bag = new DiagnosticBag();
        var map = YamlReader.Parse(Head + $"\"\\e[31m{new string('x', 900)}\": 1\n", "wrong.yaml", bag)!;

        _ = ScenarioReader.Read(map, Americas, bag);

        var message = Assert.Single(bag.Sorted).Message;
        Assert.StartsWith("unknown key '?[31mxxx", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 100, 600);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var bag = new DiagnosticBag();

        _ = YamlReader.Parse("a: " + new string('[', 100) + new string(']', 100), "wrong.yaml", bag);

        Assert.Contains(bag.Sorted, d => d.Message.Contains("deeper than 32", StringComparison.Ordinal));
    }

    [Fact]
    public void Parents_outside_the_folder_in_a_circle_missing_or_huge_are_refused()
    {
        var folder = Directory.CreateTempSubdirectory("corridorsim").FullName;
        File.WriteAllText(Path.Combine(folder, "out.yaml"), "extends: ../other.yaml\n");
        File.WriteAllText(Path.Combine(folder, "circle.yaml"), "extends: circle.yaml\n");
        File.WriteAllText(Path.Combine(folder, "missing.yaml"), "extends: nobody.yaml\n");
        File.WriteAllText(Path.Combine(folder, "huge.yaml"), "a: " + new string('x', 10_000_000));

        Assert.Contains("outside the folder", Message("out.yaml"), StringComparison.Ordinal);
        Assert.Contains("circle", Message("circle.yaml"), StringComparison.Ordinal);
        Assert.Contains("no file", Message("missing.yaml"), StringComparison.Ordinal);
        Assert.Contains("at most 1000000", Message("huge.yaml"), StringComparison.Ordinal);
        Directory.Delete(folder, true);

        string Message(string file)
        {
            var bag = new DiagnosticBag();
            Assert.Null(ScenarioFile.Load(Path.Combine(folder, file), [], bag));
            return Assert.Single(bag.Sorted).Message;
        }
    }
}
