using System.Text.Json.Nodes;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Schemas;
using CorridorSim.Scenarios.Sweeps;

namespace CorridorSim.Scenarios.Tests.Sweeps;

public sealed class SweepFileTests(ScenarioFolder folder) : IClassFixture<ScenarioFolder>
{
    private const string Head = "corridorsim: 1\nid: wrong\nbase: us-panama-2022.yaml\n";
    private const string Referrals = "agreements.us-panama.provisions.referrals.places-per-month";
    private const string Factor = Head + "factors:\n  a: { path: " + Referrals + ", kind: lever, ";
    private const string Sound = Head + "factors:\n  a: { path: " + Referrals + ", kind: lever, range: [0, 2000] }\n";

    public static TheoryData<string> Shipped { get; } =
        [.. Directory.EnumerateFiles(Repository.Scenarios, "*.sweep.yaml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_sweep_is_valid_and_uses_only_keys_of_the_schema(string file)
    {
        var bag = new DiagnosticBag();

        var sweep = SweepFile.Load(Path.Combine(Repository.Scenarios, file), bag);

        Assert.Empty(bag.Sorted);
        Assert.NotEmpty(sweep!.Factors);
        var known = JsonNode.Parse(KeyTable.Write(SweepKeys.All, "sweep"))!["properties"]!.AsObject().Select(p => p.Key).ToHashSet();
        Assert.All(Yaml.YamlReader.Read(Path.Combine(Repository.Scenarios, file), file, bag)!.Entries, e => Assert.Contains(e.Key.Text, known));
    }

    [Theory]
    [InlineData("id: a\nbase: us-panama-2022.yaml", "1:1", "corridorsim: 1")]
    [InlineData("corridorsim: 1\nid: a", "1:1", "'base' is missing")]
    [InlineData("corridorsim: 1\nid: a\nbase: us-panma.yaml", "3:7", "no scenario 'us-panma.yaml'")]
    [InlineData(Head + "design: { kind: grid }", "1:1", "varies nothing")]
    [InlineData(Sound, "1:1", "has no design")]
    [InlineData(Sound + "design: { kind: gird }", "6:17", "did you mean 'grid'")]
    [InlineData(Sound + "design: { kind: sobol }", "6:9", "needs 'points:'")]
    [InlineData(Sound + "design: { kind: grid, points: 3 }", "6:23", "unknown key 'points'")]
    [InlineData(Sound + "design: { kind: morris, levels: 3 }", "6:33", "must be even")]
    [InlineData(Sound + "design: { kind: sobol, points: 1000001 }", "6:32", "between 1 and 1000000")]
    [InlineData(Sound + "design: { kind: list }", "6:9", "needs 'rows:'")]
    [InlineData(Sound + "design: { kind: list, rows: [[1, 2]] }", "6:30", "one per factor")]
    [InlineData(Sound + "design: { kind: list, rows: [[1], [12000]] }", "6:36", "outside the range of the factor 'a'")]
    [InlineData(Sound + "  b: { path: agreements.us-panama.referrals.places-per-month, kind: lever, range: [0, 1] }\ndesign: { kind: grid }", "6:14", "varied by the factor 'a' already")]
    [InlineData(Sound + "  b: { path: agreements.us-panama.referrals.places-per-month.value, kind: lever, range: [0, 1] }\ndesign: { kind: grid }", "6:14", "varied by the factor 'a' already")]
    [InlineData(Sound + "set: { agreements.us-panama.referrals.places-per-month: 5 }\ndesign: { kind: grid }", "5:14", "fixed by 'set'")]
    [InlineData(Sound + "design: { kind: grid }\nseed: 1.5", "7:7", "whole number")]
    [InlineData(Factor + "values: [1,000] }\ndesign: { kind: grid }", "5:98", "'000' is not a number")]
    [InlineData(Sound + "design: { kind: cross, points: 4 }", "6:9", "at least one lever and one uncertainty")]
    [InlineData(Sound + "design: { kind: grid }\nreplicates: 0", "7:13", "between 1 and 10000")]
    [InlineData(Sound + "design: { kind: grid }\npaired: maybe", "7:9", "true or false")]
    [InlineData(Sound + "design: { kind: grid }\nperiods: weeks", "7:10", "whole, years or months")]
    [InlineData(Sound + "design: { kind: grid }\nrecrod: [deaths]", "7:1", "did you mean 'record'")]
    [InlineData(Sound + "design: { kind: grid }\ngoals: { deaths: { better: fewer } }", "7:28", "use more or less")]
    [InlineData(Sound + "design: { kind: grid }\nparties: { PNA: { interests: { deaths: { better: less } } } }", "7:12", "unknown country 'PNA'")]
    [InlineData(Factor + "values: [] }\ndesign: { kind: grid }", "5:95", "must be a list of numbers")]
    [InlineData(Factor + "values: [1, x] }\ndesign: { kind: grid }", "5:99", "'x' is not a number")]
    [InlineData(Factor + "values: [-1] }\ndesign: { kind: grid }", "5:96", "outside the allowed range 0 to 1000000")]
    [InlineData(Factor + "range: [5, 1] }\ndesign: { kind: grid }", "5:94", "the least first")]
    [InlineData(Factor + "range: [1, 5], values: [2] }\ndesign: { kind: grid }", "5:94", "not 2 of them")]
    [InlineData(Factor + "distribution: { value: 3 } }\ndesign: { kind: grid }", "5:101", "it is no distribution")]
    [InlineData(Head + "factors:\n  a: { path: agreements.us-panama.provisions.refferals.places-per-month, kind: lever, values: [1] }\ndesign: { kind: grid }", "5:14", "did you mean '" + Referrals + "'")]
    [InlineData(Head + "factors:\n  a: { path: " + Referrals + ", kind: laver, values: [1] }\ndesign: { kind: grid }", "5:80", "use lever or uncertainty")]
    [InlineData(Head + "factors:\n  a: { path: agreements.us-panama.signed, kind: lever, values: [soon] }\ndesign: { kind: grid }", "5:65", "'soon' is not a date")]
    public void A_mistake_is_told_with_its_place_and_remedy(string text, string place, string words)
    {
        var bag = new DiagnosticBag();

        var sweep = SweepFile.Load(Written(text), bag);

        Assert.Null(sweep);
        Assert.Contains(bag.Sorted, d => d.Message.Contains(words, StringComparison.Ordinal) && $"{d.Line}:{d.Column}" == place);
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var file = Written(Head + "factors:\n  a: { path: nowhere, kind: lever, values: [1] }\n  b: { kind: lever }\ndesign: { kind: nothing }\nperiods: weeks\n");
        var bag = new DiagnosticBag();

        _ = SweepFile.Load(file, bag);

        Assert.InRange(bag.Sorted.Count, 4, 6);
    }

    [Fact]
    public void An_agreement_as_a_whole_and_dates_can_be_factors()
    {
        var file = Written(Head + """
            factors:
              whole: { path: agreements.us-panama.in-force, kind: lever, values: [0, 1] }
              start: { path: agreements.us-panama.referrals.from, kind: lever, values: [2022-10, 2023-01-16] }
              visa: { path: assumptions.behaviour.visa-penalty, kind: uncertainty, distribution: { triangular: [2, 3, 4] } }
            design: { kind: grid }
            """);
        var bag = new DiagnosticBag();

        var sweep = SweepFile.Load(file, bag);

        Assert.Empty(bag.Sorted);
        Assert.Equal((3, 1, 1), (sweep!.Factors[0].Slots.Count, sweep.Factors[1].Slots.Count, sweep.Factors[2].Slots.Count));
        Assert.Equal([(2022 * 12) + 9.0, (2023 * 12) + (15 / 31.0)], sweep.Factors[1].Values);
        Assert.Equal([2.0, 3, 4], sweep.Factors[2].Levels.Select(l => Math.Round(l, 9)));
    }

    private string Written(string text) => folder.Write("wrong.sweep.yaml", text);
}
