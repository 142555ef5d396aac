using System.Globalization;
using CorridorSim.Analysis.Words;

namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>Reads the CSV that charts save.</summary>
internal static class Csv
{
    /// <summary>Rows as a page shows them: category, series, value, interval.</summary>
    public static string[][] AsShown(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Skip(1).Select(line => line.Split(','))
            .Select(c => new[] { c[0], c[1], FigureText.Level(Number(c[2]), c[5]), c[3].Length == 0 ? string.Empty : FigureText.Interval(Number(c[3]), Number(c[4]), c[5]) }),
    ];

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
