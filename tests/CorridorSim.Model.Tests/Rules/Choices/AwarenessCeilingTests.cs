using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Choices;
using CorridorSim.Model.Tests.Worlds;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Choices;

/// <summary>How far awareness can spread: submodel 3 of the model's description.</summary>
public sealed class AwarenessCeilingTests
{
    [Theory]
    [InlineData(0.5, 0.5, 0.25)]
    [InlineData(1, 3, 1)]
    [InlineData(0, 0, 1e-6)]
    public void The_ceiling_of_a_nationality_is_at_most_one_and_never_nothing(double ceiling, double factor, double expected) =>
        Assert.Equal(expected, One(AwarenessCeiling.Of(Each(ceiling), Each(factor))), 12);

    /// <summary>A ceiling of 0.4 for all, and a factor of 0.5 for one nationality; the other has none.</summary>
    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(1, 0.4)]
    public void A_nationality_without_a_factor_has_the_ceiling_of_all(int nationality, double expected)
    {
        var world = new SmallWorld().Declare();
        var (ceiling, factor) = (world.SlotOf("ceiling"), world.Slot("factor", 0.5));
        var plan = world.Build();
        plan = plan with { Nationalities = [plan.Nationalities[0] with { CeilingFactor = factor }, plan.Nationalities[1]] };
        var inputs = new LaneTable(plan.Slots.Count, LaneTable.OctetLanes);
        inputs.FillRow(ceiling.Index, 0.4);
        inputs.FillRow(factor.Index, 0.5);

        Assert.Equal(expected, One(AwarenessCeiling.Of(plan, new InputTable(inputs), nationality, 0)), 12);
    }
}
