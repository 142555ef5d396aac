using System.Text.Json;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Tests.Indices;

/// <summary>What holds for every kind of index.</summary>
public abstract class IndexTests<T>
    where T : struct, IIndex<T>
{
    [Fact]
    public void There_is_none_below_the_first() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => T.Of(-1));

    [Theory]
    [InlineData(0, 3, -1)]
    [InlineData(0, 1, -1)]
    [InlineData(7, 7, 0)]
    [InlineData(12, 9, 1)]
    public void They_are_in_the_order_of_their_places(int first, int second, int order)
    {
        var (left, right) = (T.Of(first), T.Of(second));

        Assert.Equal(order, Math.Sign(left.CompareTo(right)));
        Assert.Equal(order < 0, left < right);
        Assert.Equal(order <= 0, left <= right);
        Assert.Equal(order > 0, left > right);
        Assert.Equal(order >= 0, left >= right);
        Assert.Equal(order == 0, left == right);
    }

    [Fact]
    public void It_is_written_as_a_number_and_read_again()
    {
        T[] indices = [T.Of(41), T.Of(0)];

        var text = JsonSerializer.Serialize(indices);

        Assert.Equal("[41,0]", text);
        Assert.Equal(indices, JsonSerializer.Deserialize<T[]>(text)!);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("-7")]
    public void A_number_below_zero_is_none_for_who_reads_it(string text) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>(text));
}

public sealed class SlotTests : IndexTests<Slot>;

public sealed class CountryIndexTests : IndexTests<CountryIndex>;

public sealed class CommunityIndexTests : IndexTests<CommunityIndex>;

public sealed class LegIndexTests : IndexTests<LegIndex>;

public sealed class RouteIndexTests : IndexTests<RouteIndex>;
