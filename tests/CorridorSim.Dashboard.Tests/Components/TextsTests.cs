using CorridorSim.Dashboard.Shared.Words;

namespace CorridorSim.Dashboard.Tests.Components;

public sealed class TextsTests
{
    [Theory]
    [InlineData(0, "2026-11-29 01:20 UTC")]
    [InlineData(-5, "2026-11-29 06:20 UTC")]
    [InlineData(14, "2026-11-28 11:20 UTC")]
    public void A_time_is_that_of_UTC_and_says_so(int hours, string words) =>
        Assert.Equal(words, Texts.Time(new DateTimeOffset(2026, 11, 29, 1, 20, 0, TimeSpan.FromHours(hours))));

    [Theory]
    [InlineData("with the dated record", 21, "with the dated record")]
    [InlineData("with the dated record of measures", 27, "with the dated record of\u2026")]
    [InlineData("resettlement, with sizes", 14, "resettlement\u2026")]
    [InlineData("an uncommonlylongword", 12, "an uncommon\u2026")]
    public void A_long_text_is_cut_between_words(string text, int most, string shown) => Assert.Equal(shown, Texts.Short(text, most));

    [Theory]
    [InlineData("2022-04-19", "19 April 2022")]
    [InlineData("2024-07", "July 2024")]
    [InlineData("unsigned", "unsigned")]
    public void A_date_is_written_as_people_write_it(string date, string words) => Assert.Equal(words, Texts.Day(date));

    [Theory]
    [InlineData("run a", 20, "run a")]
    [InlineData("run a.yaml --set x=1", 16, "run a.yaml \\|--set x=1")]
    [InlineData("run an-uncommonly-long-name.yaml --json", 12, "run \\|an-uncommonly-long-name.yaml \\|--json")]
    public void A_long_command_goes_on_over_lines_as_a_shell_reads_them(string command, int most, string lines)
    {
        Assert.Equal(lines, string.Join('|', Texts.Lines(command, most)));
        Assert.Equal(command, string.Concat(Texts.Lines(command, most)).Replace("\\", string.Empty, StringComparison.Ordinal));
    }
}
