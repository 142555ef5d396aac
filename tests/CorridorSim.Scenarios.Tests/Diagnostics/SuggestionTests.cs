using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Scenarios.Tests.Diagnostics;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("chanel", "; did you mean 'channel'?")]
    [InlineData("spre", "; did you mean 'spread'?")]
    [InlineData("months", "; use one of: channel, season, spread")]
    public void A_wrong_name_gets_the_nearest_or_all_that_there_are(string wrong, string hint) =>
        Assert.Equal(hint, Suggestion.For(wrong, ["channel", "season", "spread", "season"]));

    [Theory]
    [InlineData(40, "; use one of: ", 40)]
    [InlineData(41, "; use one of 41, such as ", 12)]
    public void Only_what_nobody_reads_is_not_listed_whole(int names, string begin, int listed)
    {
        var hint = Suggestion.For("season", Enumerable.Range(100, names).Select(n => $"input-{n}"));

        Assert.StartsWith(begin, hint, StringComparison.Ordinal);
        Assert.Equal(listed, hint[begin.Length..].Split(", ").Length);
    }
}
