using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Engine;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Model.Tests.Policy;

public sealed class ComplianceTests
{
    private const string Clause = "pact/shelter";
    private static readonly SeriesKey Inflow = new(Indicators.EncountersBetweenPorts, "TRA>DES", SeriesKey.All);

    [Fact]
    public void A_party_with_room_to_spare_keeps_wholly_to_the_agreement_to_the_bit()
    {
        var without = Run(null);
        var with = Run(1e9);

        Assert.Equal(Values(without, Indicators.Delivered, Clause), Values(with, Indicators.Delivered, Clause));
        Assert.Equal(Values(without, Indicators.Protected, "TRA"), Values(with, Indicators.Protected, "TRA"));
        Assert.All(Values(with, Indicators.Compliance, "pact@TRA"), c => Assert.Equal(1, c));
    }

    [Fact]
    public void A_burdened_party_delivers_less_than_it_promised_but_never_less_than_its_least()
    {
        var result = Run(10);

        var compliance = Values(result, Indicators.Compliance, "pact@TRA");
        Assert.True(compliance[^1] < compliance[1 * 8]);
        Assert.All(compliance, c => Assert.InRange(c, 0.2, 1));
        Assert.InRange(compliance[^1], 0.2, 0.35);
        Assert.True(Total(result, Indicators.Delivered) < 0.8 * Total(result, Indicators.Promised));
    }

    [Fact]
    public void A_partner_who_finances_capacity_restores_compliance()
    {
        var alone = Run(10);
        var financed = Run(10, financing: 1e6);

        Assert.True(Values(financed, Indicators.Compliance, "pact@TRA")[^1] > Values(alone, Indicators.Compliance, "pact@TRA")[^1] + 0.3);
        Assert.True(Total(financed, Indicators.Delivered) > Total(alone, Indicators.Delivered));
    }

    [Fact]
    public void What_is_promised_is_size_times_months_in_force_and_the_payer_pays_for_what_is_delivered()
    {
        var result = Run(null);

        Assert.Equal(100 * 21, Total(result, Indicators.Promised), 6);
        Assert.Equal(Total(result, Indicators.Promised), Total(result, Indicators.Delivered), 6);
        Assert.Equal(2 * Total(result, Indicators.Delivered), BlockSimulationTests.Total(result, Indicators.Spending, "pact@DES"), 6);
    }

    private static double Total(BlockResult result, string variable) => BlockSimulationTests.Total(result, variable, Clause);

    private static double[] Values(BlockResult result, string variable, string where) =>
        result.Values[BlockSimulationTests.Index(result, variable, where)];

    private static BlockResult Run(double? capacity, double financing = 0)
    {
        var world = new SmallWorld { ShockSpread = 0 }.Declare();
        world.SlotIn("shelter.size", "persons/month", 100);
        var shelter = world.Provision("shelter", Combination.Add, 100, ["TRA.protection-places"], SmallWorld.FirstMonth + 3) with
        {
            Party = SmallWorld.Tra,
            Payer = SmallWorld.Des,
            UnitCost = world.Slot("shelter.price", 2),
        };
        var support = world.Provision("support", Combination.Add, financing, [], SmallWorld.FirstMonth + 6);
        var pact = world.Agreement("pact", [shelter, support]);
        world.Enact(capacity is null ? pact : pact with
        {
            Compliance =
            [
                new Compliance(
                    SmallWorld.Tra, Inflow, world.Slot("capacity", capacity.Value), world.Slot("sensitivity", 0.5), world.Slot("adaptation", 3), world.Slot("least", 0.2), [1], world.Slot("compliance.in-force", 1)),
            ],
        });
        var result = BlockSimulationTests.Run(world.Experiment());
        Assert.Empty(result.Failures);
        return result;
    }
}
