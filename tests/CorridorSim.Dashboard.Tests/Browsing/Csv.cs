using System.Globalization;
using CorridorSim.Dashboard.Shared.Words;

namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>Reads the CSV that charts save.</summary>
internal static class Csv
{
    /// <summary>Rows as a page shows them: category, series, value, interval.</summary>
    public static string[][] AsShown(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Skip(1).Select(line => line.Split(','))
            .Select(c => new[] { c[0], c[1], Numbers.Plain(Number(c[2])), c[3].Length == 0 ? string.Empty : Numbers.Range(Number(c[3]), Number(c[4])) }),
    ];

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
