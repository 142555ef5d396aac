using CorridorSim.Model.Randomness;

namespace CorridorSim.Model.Tests.Randomness;

public sealed class AddressedDrawsTests
{
    private const int Draws = 20_000;

    [Fact]
    public void The_same_address_gives_the_same_draw() => Assert.Equal(Of(), Of());

    [Theory]
    [InlineData(8UL, 3, "eta", 5)]
    [InlineData(7UL, 4, "eta", 5)]
    [InlineData(7UL, 3, "beta", 5)]
    [InlineData(7UL, 3, "eta", 6)]
    [InlineData(7UL + (1UL << 32), 3, "eta", 5)]
    public void Another_part_of_the_address_gives_another_draw(ulong seed, int replicate, string name, int time) =>
        Assert.NotEqual(Of(), new AddressedDraws(seed).Uniform(replicate, DrawPurpose.Input, AddressedDraws.NameHash(name), time));

    [Fact]
    public void Another_purpose_gives_another_draw() =>
        Assert.NotEqual(Of(), new AddressedDraws(7).Uniform(3, DrawPurpose.PushShock, AddressedDraws.NameHash("eta"), 5));

    /// <summary>Published answers of FNV-1a over single bytes.</summary>
    [Theory]
    [InlineData("", 0xcbf29ce484222325UL)]
    [InlineData("a", 0xaf63dc4c8601ec8cUL)]
    [InlineData("foobar", 0x85944171f73967e8UL)]
    public void A_name_has_the_published_hash(string name, ulong hash) => Assert.Equal(hash, AddressedDraws.NameHash(name));

    [Fact]
    public void Uniform_draws_fill_tenths_evenly_and_lie_between_the_ends()
    {
        var draws = new AddressedDraws(1);
        var values = Enumerable.Range(0, Draws).Select(i => draws.Uniform(i, DrawPurpose.Input, 1, 0)).ToArray();

        Assert.All(values, v => Assert.True(v is > 0 and < 1));
        // A tenth of 20,000 draws has a standard deviation of 42.
        Assert.All(values.CountBy(v => (int)(v * 10)), bin => Assert.InRange(bin.Value, 2000 - 210, 2000 + 210));
    }

    [Fact]
    public void Normal_draws_have_mean_spread_and_no_memory()
    {
        var draws = new AddressedDraws(1);
        var values = Enumerable.Range(0, Draws).Select(t => draws.StandardNormal(0, DrawPurpose.PushShock, 1, t)).ToArray();

        Assert.InRange(values.Average(), -0.035, 0.035);
        Assert.InRange(values.Average(v => v * v), 0.95, 1.05);
        Assert.InRange(Enumerable.Range(1, Draws - 1).Average(t => values[t] * values[t - 1]), -0.035, 0.035);
    }

    private static double Of() => new AddressedDraws(7).Uniform(3, DrawPurpose.Input, AddressedDraws.NameHash("eta"), 5);
}
