using CorridorSim.Scenarios.Agreements;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Scenarios.Tests.Agreements;

/// <summary>The shipped library: every clause says what was promised and on what that rests, and every file can be included.</summary>
public sealed class AgreementLibraryTests(ScenarioFolder folder) : IClassFixture<ScenarioFolder>
{
    private const string Mediterranean = """
        with: { $host: ITA, $partner: TUN, $neighbour: XNW, $sender: TUN, $leg: TUN>ITA, $border: SRB>XNW, $admissions: eu-resettlement,
                $seasonal: esp-seasonal, $nationalities: [MAR], $from: 2023-01, $year-later: 2024-01 }
        """;

    private const string Americas = """
        with: { $admissions: usa-family, $applied: usa-parole, $nationalities: [CUB], $from: 2021-02, $year-later: 2022-02 }
        """;

    public static TheoryData<string> Files { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Scenarios, "agreements"), "*.yaml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_library_holds_at_least_twenty_agreements() => Assert.InRange(Files.Count, 20, int.MaxValue);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_clause_is_published_with_a_source_or_assumed_with_a_range(string file)
    {
        var bag = new DiagnosticBag();

        var clauses = PactReader.Library(Path.Combine(Repository.Scenarios, "agreements", file), bag);

        Assert.Empty(bag.Sorted);
        Assert.NotEmpty(clauses);
        Assert.All(clauses, c => Assert.True(c.IsAssumed ? c.Range is not null : c.Source.Length > 0, $"{c.Agreement.Id}/{c.Clause.Id}"));
        Assert.All(clauses, c => Assert.DoesNotContain("recalled", c.Source, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_can_be_included_in_a_shipped_world(string agreement)
    {
        var isOfAmericas = agreement.StartsWith("us-", StringComparison.Ordinal);
        var file = folder.Write("library-test.yaml", $$"""
            corridorsim: 1
            id: library-test
            extends: {{(isOfAmericas ? "no-pacts" : "mediterranean-history")}}.yaml
            include:
            - file: agreements/{{agreement}}
              {{(isOfAmericas ? Americas : Mediterranean)}}
            """);
        var bag = new DiagnosticBag();

        var compiled = CompiledScenario.Load(file, ["horizon.to=2027-12"], bag);

        Assert.Empty(bag.Sorted.Select(d => d.Message));
        Assert.Contains(compiled!.Scenario.Instruments, i => i.IsAgreement);
    }

    [Fact]
    public void A_clause_is_resized_removed_and_left_as_it_is_by_what_the_scenario_says()
    {
        var bag = new DiagnosticBag();

        var compiled = CompiledScenario.Load(Path.Combine(Repository.Scenarios, "five-pacts.yaml"), [], bag);

        Assert.Empty(bag.Sorted);
        var pact = compiled!.Scenario.Instruments.Single(i => i.Id == "eu-turkey-2016");
        Assert.Equal(["returns", "announced", "resettlement"], pact.Provisions.Select(p => p.Id));
        Assert.Equal(2000, pact.Provisions[2].Size.Value.Central);
        Assert.InRange(File.ReadLines(Path.Combine(Repository.Scenarios, "five-pacts.yaml")).Count(), 1, 24);
    }

    [Fact]
    public void A_place_that_nobody_fills_in_is_named_with_its_file()
    {
        var file = folder.Write("library-test.yaml", "corridorsim: 1\nid: library-test\nextends: no-pacts.yaml\ninclude: agreements/us-cuba-1994.yaml\n");
        var bag = new DiagnosticBag();

        Assert.Null(CompiledScenario.Load(file, [], bag));

        Assert.Contains(bag.Sorted, d => d.Message.Contains("$admissions", StringComparison.Ordinal) && d.File.EndsWith("us-cuba-1994.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_outside_the_folder_is_not_included()
    {
        var file = folder.Write("library-test.yaml", "corridorsim: 1\nid: library-test\nextends: no-pacts.yaml\ninclude: ../README.md\n");
        var bag = new DiagnosticBag();

        Assert.Null(CompiledScenario.Load(file, [], bag));

        Assert.Contains(bag.Sorted, d => d.Message.Contains("outside the folder", StringComparison.Ordinal));
    }
}
