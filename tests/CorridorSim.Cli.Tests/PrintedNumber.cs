using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace CorridorSim.Cli.Tests;

/// <summary>Reads numbers back from what people are shown, with the precision that they are shown in.</summary>
internal static partial class PrintedNumber
{
    private const string Points = " points";

    /// <summary>An exported number is the number itself; an empty cell is none.</summary>
    public static void AssertSame(double expected, string text, string what) => Assert.True(
        double.IsNaN(expected) ? text.Length == 0 : Math.Abs(expected - double.Parse(text, CultureInfo.InvariantCulture)) <= 1e-9 * Math.Max(1, Math.Abs(expected)),
        $"{what}: {expected} in the tables, '{text}' exported");

    /// <summary>A shown number is the number rounded to the digits that are shown; <c>about 0</c> is less than half of one, a dash is none.</summary>
    public static void AssertRounded(double expected, string text, string what)
    {
        var scale = text.EndsWith('%') || text.EndsWith(Points, StringComparison.Ordinal) ? 100 : 1;
        var digits = text.Replace(Points, string.Empty, StringComparison.Ordinal).TrimEnd('%').Replace("+", string.Empty, StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal).Replace('\u2212', '-');
        var isSame = text == "about 0" ? Math.Abs(expected) is > 0 and < 0.5 : digits is "-" or "\u2013" or "" ? double.IsNaN(expected)
            : double.TryParse(digits, CultureInfo.InvariantCulture, out var shown) && Math.Abs((expected * scale) - shown) <= (0.5 * Step(digits)) + (1e-9 * Math.Abs(shown));
        Assert.True(isSame, $"{what}: {expected} in the tables, '{text}' shown");
    }

    /// <summary>Both ends of an interval, in the unit of the difference beside it where that has one; of a dash, the dash twice.</summary>
    public static string[] Ends(string interval, string beside = "")
    {
        var unit = beside.EndsWith(Points, StringComparison.Ordinal) ? Points : string.Empty;
        return interval.Split(" to ") is [var lower, var upper] ? [lower + unit, upper + unit] : [interval, interval];
    }

    /// <summary>Cells of a line of CSV.</summary>
    public static string[] Cells(string line) => [.. Cell().Matches(line).Select(m => m.Groups["quoted"].Success ? m.Groups["quoted"].Value : m.Groups["plain"].Value)];

    /// <summary>Rows of all tables of a page, tags taken away.</summary>
    public static IEnumerable<string[]> Rows(string html) => Row().Matches(html).Select(r =>
        PageCell().Matches(r.Value).Select(c => WebUtility.HtmlDecode(Tag().Replace(c.Groups[1].Value, string.Empty)).Trim()).ToArray());

    private static double Step(string digits) => Math.Pow(10, -(digits.Length - 1 - (digits.Contains('.', StringComparison.Ordinal) ? digits.IndexOf('.', StringComparison.Ordinal) : digits.Length - 1)));

    [GeneratedRegex("(?:^|,)(?:\"(?<quoted>[^\"]*)\"|(?<plain>[^,\"]*))")]
    private static partial Regex Cell();

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex PageCell();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
