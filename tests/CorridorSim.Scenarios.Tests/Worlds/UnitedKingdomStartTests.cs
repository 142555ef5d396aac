using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Scenarios.Tests.Worlds;

/// <summary>The British questions of January 2024 begin from the record.</summary>
public sealed class UnitedKingdomStartTests
{
    [Fact]
    public void The_queue_at_the_start_is_that_of_the_record()
    {
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.Load(Path.Combine(Repository.Scenarios, "uk-2024.yaml"), ["ensemble.replicates=8", "outputs.step=week"], bag)!;
        var table = ObservationTable.Read(Path.Combine(compiled.World.Folder, "observations.csv"), "observations.csv", bag)!;
        var result = BlockSimulation.Run(BlockPlan.Compile(compiled.Experiment), new LaneRange(0, 8));
        double At(string variable, int lane) => result.Values[result.Series.ToList().FindIndex(s => s.Key == new SeriesKey(variable, "gbr-asylum", SeriesKey.All))][lane];

        Assert.Empty(bag.Sorted);
        for (var lane = 0; lane < 8; lane++)
        {
            // What waits at the end of the first week, less what came, with what left.
            var before = At(Indicators.ClaimsWaiting, lane) - At(Indicators.Claims, lane) - At(Indicators.ClaimsReopened, lane) + At(Indicators.ClaimWithdrawals, lane) + At(Indicators.FirstDecisions, lane);
            Assert.Equal(table.Value(new ObservedName("claims-waiting:gbr-asylum", "ALL"), CalendarMonth.Parse("2023-12")), before, 4);
        }
    }

    [Fact]
    public void The_three_questions_start_from_it()
    {
        foreach (var name in new[] { "uk-more-caseworkers", "uk-no-implicit-withdrawals", "uk-one-in-one-out" })
        {
            var bag = new DiagnosticBag();
            var compiled = CompiledScenario.Load(Path.Combine(Repository.Scenarios, $"{name}.yaml"), [], bag)!;

            Assert.Empty(bag.Sorted);
            Assert.Equal("uk-2024", compiled.Parent!.Id);
            Assert.Equal(CalendarMonth.Parse("2024-01"), compiled.Scenario.FirstMonth);
        }
    }
}
