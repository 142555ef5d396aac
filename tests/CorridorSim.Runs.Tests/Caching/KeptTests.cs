using CorridorSim.Runs.Caching;

namespace CorridorSim.Runs.Tests.Caching;

public sealed class KeptTests : IDisposable
{
    private readonly Kept _kept = new(3);

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();

    [Fact]
    public void No_more_are_kept_than_agreed_and_those_used_last_stay()
    {
        for (var key = 0; key < 100; key++)
        {
            Assert.Equal(-1, _kept.Get("often", () => key == 0 ? -1 : throw new InvalidOperationException("worked out twice")));
            Assert.Equal(key, _kept.Get(key, () => key));
            Assert.InRange(_kept.Count, 1, 3);
        }

        Assert.Equal(99, _kept.Known<int>(99));
        Assert.Equal(0, _kept.Known<int>(50));
    }

    [Fact]
    public async Task Who_asks_while_it_is_worked_out_waits_for_it()
    {
        var times = 0;
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => _kept.Get("key", () => Interlocked.Increment(ref times)))));

        Assert.All(answers, a => Assert.Equal(1, a));
    }

    [Fact]
    public void A_failure_is_not_kept_and_nothing_is_something()
    {
        Assert.Throws<InvalidOperationException>(() => _kept.Get<string?>("key", () => throw new InvalidOperationException()));

        Assert.Null(_kept.Get<string?>("key", () => null));
        Assert.Null(_kept.Get<string?>("key", () => "worked out twice"));
    }

    [Fact]
    public void What_is_kept_anew_takes_the_place_of_the_old_and_owners_do_not_share()
    {
        _kept.Keep((this, "key"), "old");
        _kept.Keep((this, "key"), "new");

        Assert.Equal("new", _kept.Known<string>((this, "key")));
        Assert.Null(_kept.Known<string>((_kept, "key")));
    }
}
