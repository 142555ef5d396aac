using System.Globalization;
using CorridorSim.Analysis.Words;
using Microsoft.VisualBasic.FileIO;

namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>Reads the CSV that charts save.</summary>
internal static class Csv
{
    /// <summary>Rows as a page shows them: category, series, value, interval.</summary>
    public static string[][] AsShown(string text) =>
    [
        .. Rows(text).Skip(1)
            .Select(c => new[] { c[0], c[1], FigureText.Level(Number(c[2]), c[5]), c[3].Length == 0 ? string.Empty : FigureText.Interval(Number(c[3]), Number(c[4]), c[5]) }),
    ];

    /// <summary>Rows below the lines that say what the figure is, the names of the columns first.</summary>
    public static IEnumerable<string[]> Rows(string text)
    {
        using var parser = new TextFieldParser(new StringReader(text)) { Delimiters = [","], CommentTokens = ["#"] };
        while (parser.ReadFields() is { } row)
        {
            yield return row;
        }
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
