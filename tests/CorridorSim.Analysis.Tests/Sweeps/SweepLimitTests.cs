using CorridorSim.Analysis.Sweeps;
using CorridorSim.Analysis.Tests.Reports;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Analysis.Tests.Sweeps;

/// <summary>The limits of docs/operations.md for sweeps: what lies at them is taken, what lies above is refused by name.</summary>
public sealed class SweepLimitTests(ScenarioFolder folder) : IClassFixture<ScenarioFolder>
{
    [Theory]
    [InlineData(1_000_000, 10, null)]
    [InlineData(1_000_001, 1, "the design has 1,000,001 points; at most 1,000,000 are allowed")]
    [InlineData(1_000, 10_000, null)]
    [InlineData(1_001, 10_000, "1,001 points of 10,000 replicates are 10,010,000 lanes; at most 10,000,000 are allowed")]
    [InlineData(long.MaxValue, 10_000, "at most 1,000,000 are allowed")]
    public void A_sweep_has_at_most_a_million_points_and_ten_million_lanes(long points, int replicates, string? words)
    {
        var obstacle = SweepLimits.Obstacle(points, replicates);

        Assert.Equal(words is null, obstacle is null);
        Assert.Contains(words ?? string.Empty, obstacle ?? string.Empty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ kind: saltelli, points: 333334 }", 1, "1,000,002 points")]
    [InlineData("{ kind: sobol, points: 1001 }", 10_000, "10,010,000 lanes")]
    public void A_file_beyond_a_limit_is_refused_at_the_place_of_its_design(string design, int replicates, string words)
    {
        var file = folder.Write("limit.sweep.yaml", $$"""
            corridorsim: 1
            id: limit
            base: us-panama-2022.yaml
            factors:
              a: { path: agreements.us-panama.provisions.referrals.places-per-month, kind: lever, range: [0, 2000] }
            design: {{design}}
            replicates: {{replicates}}
            record: [deaths]
            """);
        var bag = new DiagnosticBag();

        Assert.Null(SweepCompiler.Load(file, bag));

        var refusal = Assert.Single(bag.Sorted);
        Assert.Equal((6, 9), (refusal.Line, refusal.Column));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }
}
