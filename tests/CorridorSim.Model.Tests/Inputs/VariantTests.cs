using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Tests.Inputs;

public sealed class VariantTests
{
    [Fact]
    public void A_variant_sets_an_input_once_and_keeps_the_order_of_slots()
    {
        var variant = new Variant("first", [new SlotSetting(new Slot(3), Distribution.Constant(1)), new SlotSetting(new Slot(8), Distribution.Constant(2))]);

        var other = variant.With(new Slot(5), Distribution.Constant(9), "other").With(new Slot(8), Distribution.Constant(4), "last");

        Assert.Equal("last", other.Name);
        Assert.Equal([(3, 1.0), (5, 9.0), (8, 4.0)], other.Settings.Select(s => (s.Slot.Index, s.Value.A)));
    }
}
