using CorridorSim.Cli.Options;

namespace CorridorSim.Cli.Tests.Cluster;

public sealed class RedisAddressTests
{
    [Theory]
    [InlineData("redis://localhost", "redis://localhost:6379")]
    [InlineData("redis://127.0.0.1:7000/3", "redis://127.0.0.1:7000/3")]
    [InlineData("redis://[::1]:7000", "redis://::1:7000")]
    [InlineData("rediss://u:p%40ss@host:6380/1", "rediss://host:6380/1")]
    public void An_address_is_read_and_shown_without_its_password(string text, string shown)
    {
        Assert.True(RedisAddress.TryParse(text, out var address));
        Assert.Equal(shown, address.ToString());
    }

    [Fact]
    public void User_and_password_are_unescaped()
    {
        Assert.True(RedisAddress.TryParse("redis://me:p%40ss@host", out var address));
        Assert.Equal(("me", "p@ss"), (address.User, address.Password));
    }

    [Theory]
    [InlineData("")]
    [InlineData("localhost:6379")]
    [InlineData("http://localhost")]
    [InlineData("redis://")]
    [InlineData("redis://host/first")]
    [InlineData("redis://host/-1")]
    [InlineData("redis://host/1024")]
    [InlineData("redis://host:99999")]
    [InlineData("redis://host?x=1")]
    public void What_is_no_address_is_refused(string text) => Assert.False(RedisAddress.TryParse(text, out _));
}
