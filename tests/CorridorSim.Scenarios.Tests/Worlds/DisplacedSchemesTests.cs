using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Scenarios.Tests.Worlds;

/// <summary>The second world: another continent, no irregular route, two schemes with application, decision and arrival.</summary>
public sealed class DisplacedSchemesTests
{
    private const string Family = "gbr-family-scheme";
    private const string Homes = "gbr-homes-for-ukraine";
    private const int Replicates = 8;
    private const int Stays = 0;
    private const int Closes = 1;

    private static readonly Lazy<BlockResult> Result = new(Simulate);

    [Fact]
    public void A_world_without_irregular_routes_runs_with_a_closed_ledger()
    {
        Assert.Empty(Result.Value.Failures);
        Assert.InRange(Result.Value.LedgerError, 0, 1e-9);
    }

    [Theory]
    [InlineData(Family)]
    [InlineData(Homes)]
    public void People_apply_before_they_are_approved_and_are_approved_before_they_arrive(string scheme)
    {
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            var applied = Sum(Indicators.Applications, scheme, Stays, replicate, 24);
            var approved = Sum(Indicators.Approvals, scheme, Stays, replicate, 24);
            var arrived = Sum(Indicators.Admissions, scheme, Stays, replicate, 24);
            Assert.True(applied > approved && approved > arrived && arrived > 0, $"{applied} {approved} {arrived}");
        }
    }

    [Fact]
    public void A_scheme_that_stays_open_brings_more_people_and_draws_some_from_the_other()
    {
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            Assert.True(Sum(Indicators.Admissions, Family, Stays, replicate, 24) > Sum(Indicators.Admissions, Family, Closes, replicate, 24));
            Assert.True(Sum(Indicators.Admissions, Homes, Stays, replicate, 24) < Sum(Indicators.Admissions, Homes, Closes, replicate, 24));
            Assert.Equal(Sum(Indicators.Admissions, Family, Stays, replicate, 16), Sum(Indicators.Admissions, Family, Closes, replicate, 16));
        }
    }

    /// <summary>Nothing of a region stands in the program: names of places and peoples are in worlds and scenarios only.</summary>
    [Theory]
    [InlineData("\"VEN\"")]
    [InlineData("\"USA\"")]
    [InlineData("\"PAN\"")]
    [InlineData("\"UKR\"")]
    [InlineData("\"GBR\"")]
    [InlineData("\"darien\"")]
    public void The_program_names_no_country_people_or_route(string name)
    {
        var sources = new[] { "*.cs", "*.razor" }.SelectMany(p => Directory.EnumerateFiles(Path.Combine(Repository.Scenarios, "..", "src"), p, SearchOption.AllDirectories));

        Assert.DoesNotContain(sources, file => File.ReadAllText(file).Contains(name, StringComparison.Ordinal));
    }

    private static double Sum(string variable, string scheme, int variant, int replicate, int months)
    {
        var result = Result.Value;
        var series = result.Series.ToList().FindIndex(s => s.Key == new SeriesKey(variable, scheme, SeriesKey.All));
        return Enumerable.Range(0, months).Sum(m => result.Values[series][(m * result.Lanes) + (variant * Replicates) + replicate]);
    }

    private static BlockResult Simulate()
    {
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.Load(Path.Combine(Repository.Scenarios, "displaced-family-open.yaml"), [$"ensemble.replicates={Replicates}"], bag);
        Assert.Empty(bag.Sorted);
        return BlockSimulation.Run(BlockPlan.Compile(compiled!.Experiment), new LaneRange(0, 2 * Replicates));
    }
}
