using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Scenarios.Tests.Worlds;

/// <summary>The visa schemes for Ukrainians, begun from what was reported on a day.</summary>
public sealed class UkraineSchemesTests
{
    private const string Homes = "gbr-homes-for-ukraine";
    private const int Weeks = 24;

    // 13,700 wait, 136,600 visas, 96,800 arrivals: the reports of 3 and 4 October 2022.
    private static readonly string[] State =
    [
        $"assumptions.channels.{Homes}.waiting=13700", $"assumptions.channels.{Homes}.approved=136600", $"assumptions.channels.{Homes}.arrived=96800", $"assumptions.channels.{Homes}.applying=5000",
    ];

    [Fact]
    public void The_first_week_starts_from_what_was_counted()
    {
        var result = Run("unused-share=0.2", "withdrawal-rate=0");

        Assert.Empty(result.Failures);
        Assert.InRange(result.LedgerError, 0, 1e-9);
        Assert.Equal(1250, At(result, Indicators.Applications, 0), 6);
        Assert.Equal(1250, At(result, Indicators.Applications, 1), 6);
        Assert.Equal(13700 + 1250 - At(result, Indicators.Approvals, 0) - At(result, Indicators.Refusals, 0), At(result, Indicators.Queue, 0), 6);
    }

    [Fact]
    public void Who_never_travels_does_not_arrive()
    {
        double Arrived(string unused) => Enumerable.Range(0, Weeks).Sum(w => At(Run($"unused-share={unused}", "arrival-months=0.1", "appeal=-20", "applying=0", "waiting=0"), Indicators.Admissions, w));

        // Nobody applies: of 39,800 visa holders who had not come those come who ever will, 136,600 x (1 - u) - 96,800.
        Assert.Equal(39800, Arrived("0"), 0);
        Assert.Equal(12480, Arrived("0.2"), 0);
        Assert.Equal(0, Arrived("0.4"), 0);
    }

    [Fact]
    public void The_record_adds_up_to_the_last_published_totals_and_ends_with_2023()
    {
        var bag = new DiagnosticBag();
        var table = ObservationTable.Read(Path.Combine(Repository.Scenarios, "worlds", "ukraine-schemes", "observations.csv"), "observations.csv", bag)!;
        double Total(string series) => table.Reports[new ObservedName(series, "ALL")].Total(new DateOnly(2023, 12, 31));

        Assert.Empty(bag.Sorted);
        Assert.Equal(71_500, Total("approvals:gbr-family-scheme"), 6);
        Assert.Equal(178_100, Total($"approvals:{Homes}"), 6);
        Assert.Equal(56_000, Total("admissions:gbr-family-scheme"), 6);
        Assert.Equal(139_800, Total($"admissions:{Homes}"), 6);
        Assert.Equal(new DateOnly(2023, 12, 19), table.Reports.Values.Max(r => r.Days.Last()));
    }

    // Both totals fell in the days to 11 May 2022 and no report came on 14 June: neither is made up.
    [Fact]
    public void The_days_in_which_totals_fell_are_not_known_and_a_missing_report_is_part_of_the_next()
    {
        var table = ObservationTable.Read(Path.Combine(Repository.Scenarios, "worlds", "ukraine-schemes", "observations.csv"), "observations.csv", new DiagnosticBag())!;
        var applications = table.Reports[new ObservedName($"applications:{Homes}", "ALL")];

        Assert.Equal(double.NaN, applications.Between(new DateOnly(2022, 5, 5), new DateOnly(2022, 5, 11)));
        Assert.Equal(4_600, applications.Between(new DateOnly(2022, 6, 7), new DateOnly(2022, 6, 21)), 6);
    }

    private static double At(BlockResult result, string variable, int week)
    {
        var series = result.Series.ToList().FindIndex(s => s.Key == new SeriesKey(variable, Homes, SeriesKey.All));
        return result.Values[series][week * result.Lanes];
    }

    private static BlockResult Run(params string[] inputs)
    {
        var bag = new DiagnosticBag();
        string[] own = [.. inputs.Select(i => $"assumptions.channels.{Homes}.{i}")];
        var compiled = CompiledScenario.Load(
            Path.Combine(Repository.Scenarios, "ukraine-schemes.yaml"),
            ["ensemble.replicates=8", "horizon.from=2022-10", "horizon.to=2023-03", "assumptions.posterior=null", .. State.Where(s => !own.Any(o => s.StartsWith(o[..o.IndexOf('=', StringComparison.Ordinal)], StringComparison.Ordinal))), .. own],
            bag);
        Assert.Empty(bag.Sorted);
        return BlockSimulation.Run(BlockPlan.Compile(compiled!.Experiment), new LaneRange(0, 8));
    }
}
