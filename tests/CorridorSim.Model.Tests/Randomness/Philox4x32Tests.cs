using CorridorSim.Model.Randomness;

namespace CorridorSim.Model.Tests.Randomness;

public sealed class Philox4x32Tests
{
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Draw_gives_the_published_known_answers(
        uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint w0, uint w1, uint w2, uint w3)
    {
        var drawn = Philox4x32.Draw(c0, c1, c2, c3, k0, k1);

        Assert.Equal((w0, w1, w2, w3), drawn);
    }

    [Fact]
    public void Uniform_draws_of_different_addresses_differ_and_fill_the_unit_interval()
    {
        var draws = new AddressedDraws(20220419);

        var values = Enumerable.Range(0, 4000).Select(r => draws.Uniform(r, DrawPurpose.Input, AddressedDraws.NameHash("eta"), 0)).ToArray();

        Assert.Equal(values.Length, values.Distinct().Count());
        Assert.All(values, v => Assert.InRange(v, 0, 1));
        Assert.InRange(values.Average(), 0.48, 0.52);
        Assert.NotEqual(
            draws.Uniform(0, DrawPurpose.Input, AddressedDraws.NameHash("eta"), 0),
            draws.Uniform(0, DrawPurpose.Input, AddressedDraws.NameHash("beta"), 0));
    }
}
