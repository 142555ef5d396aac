using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Tests.Engine;

/// <summary>A procedure in a small world: two nationalities, a way that spreads and takes people from another.</summary>
public sealed class ProcedureTests
{
    private const int Months = 36;

    [Fact]
    public void The_queue_closes_in_every_lane_and_week()
    {
        var result = Run(hold: 0.5);

        Assert.Empty(result.Failures);
        Assert.InRange(result.LedgerError, 0, 1e-12);
        foreach (var nationality in new[] { SeriesKey.All, "ALF", "BET" })
        {
            for (var lane = 0; lane < 8; lane++)
            {
                double At(string variable, int week) => result.Values[Index(result, variable, nationality)][(week * 8) + lane];
                for (var week = 1; week < Months * 4; week++)
                {
                    var change = At(Indicators.Claims, week) + At(Indicators.ClaimsReopened, week) - At(Indicators.ClaimWithdrawals, week) - At(Indicators.FirstDecisions, week);
                    Assert.Equal(At(Indicators.ClaimsWaiting, week) - At(Indicators.ClaimsWaiting, week - 1), change, 7);
                    Assert.Equal(At(Indicators.FirstDecisions, week), At(Indicators.ClaimGrants, week) + At(Indicators.ClaimRefusals, week), 9);
                }
            }
        }
    }

    [Fact]
    public void Staff_in_training_decides_less_and_then_as_much_as_the_others()
    {
        var trained = Series(Run(added: 40, training: 6), Indicators.TrainedStaff);
        var at = Series(Run(added: 40, training: 0), Indicators.TrainedStaff);

        Assert.Equal(140, at[0], 3);
        Assert.InRange(trained[3], 100, 125);
        Assert.InRange(trained[^1], 139, 140);
    }

    [Fact]
    public void More_staff_shortens_the_queue_and_a_way_that_spreads_lengthens_it()
    {
        var usual = Series(Run(), Indicators.ClaimsWaiting)[^1];

        Assert.True(Series(Run(added: 40), Indicators.ClaimsWaiting)[^1] < usual - 500);
        Assert.True(Series(Run(growth: 0.3), Indicators.ClaimsWaiting)[^1] > usual + 500);
    }

    [Fact]
    public void Who_is_turned_back_does_not_claim_and_others_hear_of_it()
    {
        var (usual, turned) = (Run(), Run(turnedBack: 50));

        Assert.True(Series(turned, Indicators.Claims).Sum() < Series(usual, Indicators.Claims).Sum() - (Months * 45));
        Assert.True(Series(turned, Indicators.WayArrivals, "sea").Sum() < Series(usual, Indicators.WayArrivals, "sea").Sum());
        Assert.Equal(Series(usual, Indicators.WayArrivals, "land").Sum(), Series(turned, Indicators.WayArrivals, "land").Sum(), 6);
    }

    [Fact]
    public void Claims_that_are_held_wait_and_are_not_decided()
    {
        var held = Run(hold: 1, staff: 1000);

        // Everything else is decided at once with so much staff.
        Assert.Equal(Series(held, Indicators.WayArrivals, "sea").Sum(), Series(held, Indicators.ClaimsWaiting)[^1], 6);
        Assert.InRange(Series(Run(staff: 1000), Indicators.ClaimsWaiting)[^1], 0, 1e-9);
    }

    [Fact]
    public void Claims_held_at_the_start_wait_until_none_may_be_held()
    {
        var held = Run(hold: 0.01, staff: 1000, heldAtStart: 0.25);
        var free = Run(staff: 1000, heldAtStart: 0.25);

        Assert.InRange(held.LedgerError, 0, 1e-12);
        // So much staff decides all others within a month.
        Assert.InRange(Series(held, Indicators.ClaimsWaiting)[4], 500, 540);
        Assert.InRange(Series(held, Indicators.ClaimsWaiting)[^1], 500, 1000);
        Assert.InRange(Series(free, Indicators.ClaimsWaiting)[^1], 0, 1e-9);
    }

    [Fact]
    public void A_nationality_with_a_high_priority_is_decided_first_and_leaves_the_rest_of_the_capacity_to_the_others()
    {
        var (usual, first) = (Run(), Run(priority: 1000));

        Assert.True(Series(first, Indicators.ClaimsWaiting, "procedure", "ALF")[^1] < Series(usual, Indicators.ClaimsWaiting, "procedure", "ALF")[^1] / 10);
        Assert.Equal(Series(usual, Indicators.FirstDecisions).Sum(), Series(first, Indicators.FirstDecisions).Sum(), 3);
    }

    private static int Index(BlockResult result, string variable, string nationality = SeriesKey.All, string where = "procedure") =>
        result.Series.ToList().FindIndex(s => s.Key == new SeriesKey(variable, where, nationality));

    /// <summary>Weekly values of the first lane.</summary>
    private static double[] Series(BlockResult result, string variable, string where = "procedure", string nationality = SeriesKey.All) =>
        [.. Enumerable.Range(0, Months * 4).Select(w => result.Values[Index(result, variable, nationality, where)][w * 8])];

    private static BlockResult Run(
        double added = 0, double training = 3, double growth = 0.05, double turnedBack = 0, double hold = 0, double staff = 100, double priority = 1, double heldAtStart = 0)
    {
        var world = new SmallWorld().Declare();
        ProcedureNational National(string code, int n, double weight) => new(
            n, world.Slot($"{code}.waiting", 1000), world.Slot($"{code}.grant", 0.4), world.Slot($"{code}.withdrawal", 0.1), world.Slot($"{code}.implicit", 0.01), world.Slot($"{code}.priority", weight))
        {
            Held = world.Slot($"{code}.held", heldAtStart, 0, 1),
        };
        ClaimWay Way(string id, double uptake, double speed, int[] replacedBy, double back, double held) => new(
            id, world.Slot($"{id}.uptake", uptake, 0, 1), world.Slot($"{id}.growth", speed), replacedBy, world.Slot($"{id}.replaced", 0.5), world.Slot($"{id}.held", held, 0, 1), world.Slot($"{id}.back", back),
            [], [new ClaimWayUser(0, world.Slot($"{id}.ALF", 200), world.Slot("factor", 1)), new ClaimWayUser(1, world.Slot($"{id}.BET", 100), world.Slot("factor", 1))]);
        var procedure = new Procedure(
            "procedure", SmallWorld.Des, world.Slot("staff", staff), world.Slot("added", added), world.Slot("output", 3), world.Slot("training", training), world.Slot("follow", 1e6), world.Slot("reopened", 20),
            world.Slot("appeals", 0.7), world.Slot("appeal-months", 6), world.Slot("allowed", 0.3), world.Slot("returns", 0.02), [National("ALF", 0, priority), National("BET", 1, 1)],
            [Way("sea", 0.3, growth, [], turnedBack, hold), Way("land", 1, 0, [0], 0, 0)]);
        var experiment = world.Experiment(8, Months) with { Step = ReportStep.Week };
        experiment = experiment with { World = world.Build() with { Procedures = [procedure] } };
        var all = BlockPlan.Compile(experiment).AllSeries.Select(s => s.Key).ToArray();
        return BlockSimulation.Run(BlockPlan.Compile(experiment with { Recorded = all }), new LaneRange(0, 8));
    }
}
