using System.Text.Json;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Tests.Inputs;

public sealed class SlotTests
{
    [Fact]
    public void There_is_no_slot_below_the_first() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Slot(-1));

    [Theory]
    [InlineData(0, 1, -1)]
    [InlineData(7, 7, 0)]
    [InlineData(12, 9, 1)]
    public void Slots_are_in_the_order_of_their_indices(int first, int second, int order)
    {
        var (left, right) = (new Slot(first), new Slot(second));

        Assert.Equal(order, Math.Sign(left.CompareTo(right)));
        Assert.Equal(order < 0, left < right);
        Assert.Equal(order <= 0, left <= right);
        Assert.Equal(order > 0, left > right);
        Assert.Equal(order >= 0, left >= right);
        Assert.Equal(order == 0, left == right);
    }

    [Fact]
    public void A_slot_is_written_as_its_index_and_read_again()
    {
        Slot[] slots = [new(0), new(41)];

        var text = JsonSerializer.Serialize(slots);

        Assert.Equal("[0,41]", text);
        Assert.Equal(slots, JsonSerializer.Deserialize<Slot[]>(text)!);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("-7")]
    public void An_index_below_zero_is_no_slot_for_who_reads_it(string text) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Slot>(text));

    [Fact]
    public void A_variant_sets_an_input_once_and_keeps_the_order_of_slots()
    {
        var variant = new Variant("first", [new SlotSetting(new Slot(3), Distribution.Constant(1)), new SlotSetting(new Slot(8), Distribution.Constant(2))]);

        var other = variant.With(new Slot(5), Distribution.Constant(9), "other").With(new Slot(8), Distribution.Constant(4), "last");

        Assert.Equal("last", other.Name);
        Assert.Equal([(3, 1.0), (5, 9.0), (8, 4.0)], other.Settings.Select(s => (s.Slot.Index, s.Value.A)));
    }
}
