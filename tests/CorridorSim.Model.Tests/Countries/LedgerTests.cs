using System.Runtime.Intrinsics;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Tests.Engine;
using CorridorSim.Model.Tests.Worlds;
using CsCheck;

namespace CorridorSim.Model.Tests.Countries;

public sealed class LedgerTests
{
    [Fact]
    public void A_planted_leak_is_named_with_lane_country_and_tick()
    {
        var plan = BlockPlan.Compile(new SmallWorld().Declare().Experiment(replicates: 8));
        var context = new CountryContext(new Block(plan, new LaneRange(0, 8)), plan.Participants[2]);
        var row = context.PersonRow(_ => LaneMath.Of(1000));
        var ledger = new Ledger(context);
        context.Seal();
        context.Tick = 5;
        var octet = context.Memory.Octet(0);

        ledger.Start(octet);
        ledger.Open(octet);
        octet[row] = octet[row].WithElement(3, 999.99);
        ledger.Close(octet);

        var failure = Assert.Single(ledger.Failures);
        Assert.Equal((3L, "TRA", 5), (failure.Lane, failure.Participant, failure.Tick));
        Assert.Contains("not conserved", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_not_finite_fails_its_lane()
    {
        var plan = BlockPlan.Compile(new SmallWorld().Declare().Experiment(replicates: 8));
        var context = new CountryContext(new Block(plan, new LaneRange(0, 8)), plan.Participants[0]);
        var row = context.PersonRow();
        var ledger = new Ledger(context);
        context.Seal();
        var octet = context.Memory.Octet(0);

        ledger.Start(octet);
        ledger.Open(octet);
        octet[row] = octet[row].WithElement(0, double.NaN);
        ledger.Close(octet);

        Assert.Contains("finite", Assert.Single(ledger.Failures).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ledger_closes_for_random_inputs()
    {
        string[] shares =
        [
            "ALF.expulsion-share", "BET.expulsion-share", "ALF.evasion", "ALF.release", "TRA:through.detection", "TRA:through.give-up",
            "TRA:through.openness", "TRA:through.stay", "TRA:through.death", "parole.approval", "land.0.visa", "w0",
        ];
        var gen = Gen.Select(Gen.OneOf(Gen.Const(0.0), Gen.Const(1.0), Gen.Double[0, 1]).Array[shares.Length], Gen.Double[0, 5000], Gen.Double[0.1, 3]);

        gen.Sample(
            (values, places, beta) =>
            {
                var world = new SmallWorld().Declare();
                var settings = shares.Zip(values).Append(("parole.places", places)).Append(("beta", beta)).ToArray();
                var result = BlockSimulationTests.Run(world.Experiment(8, 12, 7, world.Variant("random", settings)));
                return result.Failures.Count == 0 && result.LedgerError < 1e-10;
            },
            iter: 60);
    }
}
