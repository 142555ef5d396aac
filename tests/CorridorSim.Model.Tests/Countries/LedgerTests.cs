using System.Runtime.Intrinsics;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
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
        var context = new CountryContext(new Block(plan, new LaneRange(0, 8)).Scope, plan.Participants[2]);
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
        var context = new CountryContext(new Block(plan, new LaneRange(0, 8)).Scope, plan.Participants[0]);
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
            "ALF.expulsion-share", "BET.expulsion-share", "ALF.return-share", "ALF.evasion", "ALF.release", "TRA:through.detection", "TRA:through.give-up",
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

    [Fact]
    public void The_ledger_closes_in_random_worlds_under_random_pacts_at_every_edge()
    {
        // Zero and one are drawn often: a capacity of 0, a closed leg, certainty, a community without anybody.
        var edge = Gen.Frequency((1, Gen.Const(0.0)), (1, Gen.Const(1.0)), (2, Gen.Double[0, 1]));
        var persons = Gen.OneOf(Gen.Const(0.0), Gen.Const(1.0), Gen.Const(1e3), Gen.Const(1e6), Gen.Const(1e8));
        var places = Gen.OneOf(Gen.Const(0.0), Gen.Const(0.5), Gen.Const(500.0), Gen.Const(1e6));
        var world = Gen.Select(persons, places, edge, edge, Gen.Double[0, 1.5], (p, k, expulsion, openness, shocks) => new SmallWorld
        {
            PersonsAtHome = p,
            ParolePlaces = k,
            ExpulsionShare = expulsion,
            Openness = openness,
            ShockSpread = shocks,
        });
        var clause = Gen.Select(Gen.Int[0, Levers.Length - 1], edge, Gen.Int[0, 11], Gen.Int[0, 6]);

        Gen.Select(world, clause.Array[1, 6], Gen.ULong).Sample(
            (w, clauses, seed) =>
            {
                var declared = w.Declare();
                var provisions = clauses.Select((c, i) => Clause(declared, i, c.Item1, c.Item2, c.Item3, c.Item4)).ToArray();
                declared.Enact(declared.Agreement("pact", provisions));
                var result = BlockSimulationTests.Run(declared.Experiment(8, 12, seed));
                return result.Failures.Count == 0 && result.LedgerError < 1e-9;
            },
            iter: 80);
    }

    private static readonly (string Target, Combination Combination, double Scale)[] Levers =
    [
        ("parole.places", Combination.Add, 20_000), ("parole.approval", Combination.Replace, 1), ("parole.decision", Combination.Replace, 24),
        ("parole.fee", Combination.Replace, 100), ("work-visa.places", Combination.Add, 1e6), ("air.0.visa", Combination.Replace, 1),
        ("ALF.expulsion-share", Combination.Replace, 1), ("BET.evasion", Combination.Replace, 1), ("ALF.release", Combination.Replace, 1),
        ("BET.retry", Combination.Replace, 0.99), ("ALF.removal", Combination.Replace, 4), ("ALF.neighbour", Combination.Replace, 1), ("border.acceptance", Combination.Replace, 1e5),
        ("border.port-places", Combination.Add, 1e6), ("TRA:through.detection", Combination.Replace, 1), ("TRA:through.openness", Combination.Replace, 1),
        ("TRA:through.death", Combination.Multiply, 2000), ("TRA:through.days", Combination.Multiply, 20), ("TRA.protection-places", Combination.Add, 1e6),
        ("nationality.ALF.push", Combination.Add, 5),
    ];

    private static Provision Clause(SmallWorld world, int index, int lever, double size, int from, int ramp)
    {
        var (target, combination, scale) = Levers[lever];
        return world.Provision($"clause-{index}", combination, size * scale, [target], SmallWorld.FirstMonth + from, rampMonths: ramp);
    }
}
