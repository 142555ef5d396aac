using CorridorSim.Analysis.Effects;
using CorridorSim.Dashboard.Pages.WhatIf;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Dashboard.Tests.WhatIf;

public sealed class WorldFamilyTests
{
    [Theory]
    [InlineData("- - - - - -", "It lowers deaths in 6 of 6 cases.")]
    [InlineData("- - - ? - -", "It lowers deaths in 5 of 6 cases, has no clear direction in 1.")]
    [InlineData("- + + + 0 ?", "It lowers deaths in 1 of 6 cases, raises them in 3, changes nothing in 1, has no clear direction in 1.")]
    [InlineData("+ + 0", "It raises deaths in 2 of 3 cases, changes nothing in 1.")]
    [InlineData("0 0", "It changes nothing about deaths in 2 of 2 cases.")]
    [InlineData("? ?", "It has no clear direction on deaths in 2 of 2 cases.")]
    public void A_sentence_counts_the_worlds_of_each_direction(string signs, string sentence)
    {
        var results = signs.Split(' ').Select(s => new WorldResult(new WorldCase("as in the model", "way open", []), [Effect(s)])).ToArray();

        Assert.Equal(sentence, WorldFamily.Sentence(results, 0));
    }

    [Fact]
    public void What_a_world_sets_takes_the_place_of_what_the_variant_sets_and_nothing_else()
    {
        var variant = new Variant("x", [new SlotSetting(new Slot(1), Distribution.Constant(1)), new SlotSetting(new Slot(5), Distribution.Constant(5))]);

        var moved = WorldFamily.In(variant, new WorldCase("more want to leave", "way open", [new SlotSetting(new Slot(5), Distribution.Constant(0.3)), new SlotSetting(new Slot(3), Distribution.Constant(0.3))]));

        Assert.Equal([(1, 1.0), (3, 0.3), (5, 0.3)], moved.Settings.Select(s => (s.Slot.Index, s.Value.A)));
    }

    private static Effect Effect(string sign)
    {
        var period = new Period(24240, 24251);
        double[] before = [.. Enumerable.Range(0, 40).Select(k => 1000.0 + k)];
        double[] after = [.. before.Select((b, k) => b + (sign switch { "-" => -50 - k, "+" => 50 + k, "0" => 0, _ => k % 2 == 0 ? 50 : -50 }))];
        return Analysis.Effects.Effect.Of(new IndicatorValues("deaths", "persons", period, before), new IndicatorValues("deaths", "persons", period, after));
    }
}
