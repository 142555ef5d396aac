using System.Text.Json;
using CorridorSim.Model.Indices;

namespace CorridorSim.Model.Tests.Indices;

public sealed class CountryIndexTests
{
    [Fact]
    public void There_is_no_country_below_the_first() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountryIndex(-1));

    [Theory]
    [InlineData(0, 3, -1)]
    [InlineData(2, 2, 0)]
    [InlineData(4, 1, 1)]
    public void Countries_are_in_the_order_of_their_indices(int first, int second, int order)
    {
        var (left, right) = (new CountryIndex(first), new CountryIndex(second));

        Assert.Equal(order, Math.Sign(left.CompareTo(right)));
        Assert.Equal(order < 0, left < right);
        Assert.Equal(order <= 0, left <= right);
        Assert.Equal(order > 0, left > right);
        Assert.Equal(order >= 0, left >= right);
        Assert.Equal(order == 0, left == right);
    }

    [Fact]
    public void A_country_is_written_as_its_index_and_read_again()
    {
        CountryIndex[] countries = [new(3), new(0)];

        var text = JsonSerializer.Serialize(countries);

        Assert.Equal("[3,0]", text);
        Assert.Equal(countries, JsonSerializer.Deserialize<CountryIndex[]>(text)!);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CountryIndex>("-1"));
    }
}
