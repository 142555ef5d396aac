using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Engine;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Model.Tests.Policy;

/// <summary>Reviews at fixed intervals, and what reviews do to the weight.</summary>
public sealed class ReviewTests
{
    [Theory]
    [InlineData(1.1, true, 0, 10, new[] { 1, 1.1, 1.21 })]
    [InlineData(1.1, true, 0, 1.15, new[] { 1, 1.1, 1.15 })]
    [InlineData(0.5, true, 0.3, 10, new[] { 1, 0.5, 0.3 })]
    [InlineData(0.5, false, 0, 10, new[] { 1, 0.5, 0.5 })]
    [InlineData(0, false, 0, 10, new[] { 1.0, 0, 0 })]
    public void A_review_every_six_months_scales_or_sets_the_weight_between_its_bounds(double factor, bool scales, double least, double most, double[] expected)
    {
        var delivery = Delivery(Run(SmallWorld.FirstMonth, factor, scales, least, most));

        Assert.Equal(expected, [delivery[3], delivery[9], delivery[15]], (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Reviews_are_counted_from_the_signature_even_when_it_lies_before_the_first_month()
    {
        var delivery = Delivery(Run(SmallWorld.FirstMonth - 15, 2, true, 0, 10));

        Assert.Equal([4, 8, 8, 10], [delivery[2], delivery[3], delivery[8], delivery[9]]);
    }

    [Fact]
    public void A_review_that_ends_an_agreement_is_an_event_that_names_it()
    {
        var result = Run(SmallWorld.FirstMonth, 0, false, 0, 10);

        Assert.Contains(result.Events, e => e.Act == "ended" && e.Reason == "a review" && e.Month == 6);
    }

    private static double[] Delivery(BlockResult result)
    {
        var values = result.Values[BlockSimulationTests.Index(result, Indicators.Delivery, "pact/places")];
        return [.. values.Chunk(result.Lanes).Select(month => month.Distinct().Single())];
    }

    private static BlockResult Run(double signed, double factor, bool scales, double least, double most)
    {
        var world = new SmallWorld { ShockSpread = 0.2 }.Declare();
        var places = world.Provision("places", Combination.Add, 100, ["parole.places"], signed);
        var terms = new ReviewTerms(
            world.Slot("every", 6), world.Slot("factor", factor), scales, world.Slot("at-least", least), world.Slot("at-most", most));
        var review = new Condition(
            ConditionKind.Review, -1, null, true, world.Slot("review", 1), world.Slot("none", 0), world.Slot("none", 0), world.Slot("none", 0), terms);
        world.Enact(world.Agreement("pact", [places], review) with { SignedMonth = world.Slot("signed", signed) });
        var result = BlockSimulationTests.Run(world.Experiment(replicates: 2));
        Assert.Empty(result.Failures);
        return result;
    }
}
