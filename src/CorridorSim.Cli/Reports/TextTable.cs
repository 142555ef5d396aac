using System.Text;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli.Reports;

/// <summary>A table of aligned text with headings and notes between its rows; columns that may go are left out when it is too wide.</summary>
/// <param name="columns">Its columns.</param>
internal sealed class TextTable(params TextColumn[] columns)
{
    private const string Gap = "  ";
    private const int Indent = 2;
    private readonly List<(string Text, string[]? Cells)> _lines = [];

    /// <summary>Adds a row: one cell a column.</summary>
    public void Row(params string[] cells) => _lines.Add((string.Empty, [.. cells.Select(PrintableText.Of)]));

    /// <summary>Adds a line of its own at the margin.</summary>
    public void Heading(string text) => _lines.Add((text, null));

    /// <summary>Adds a line of its own, indented and wrapped.</summary>
    public void Note(string text) => _lines.Add((new string(' ', 2 * Indent) + text, null));

    /// <summary>The table.</summary>
    /// <param name="width">Characters a line may have; cells are never cut.</param>
    public string Render(int width)
    {
        int[] widths = [.. columns.Select((c, i) => Math.Max(c.Title.Length, _lines.Max(l => l.Cells?[i].Length ?? 0)))];
        var kept = Enumerable.Range(0, columns.Length).ToList();
        while (Width(kept, widths) > width && kept.Exists(i => columns[i].MayGo))
        {
            kept.RemoveAt(kept.FindLastIndex(i => columns[i].MayGo));
        }

        var text = new StringBuilder();
        text.AppendLine(Line([.. columns.Select(c => c.Title)], kept, widths));
        foreach (var (words, cells) in _lines)
        {
            text.AppendLine(cells is null ? Wrap(words, width) : Line(cells, kept, widths));
        }

        return text.ToString();
    }

    private static int Width(List<int> kept, int[] widths) => Indent + kept.Sum(i => widths[i] + Gap.Length) - Gap.Length;

    private string Line(string[] cells, List<int> kept, int[] widths)
    {
        var aligned = kept.Select(i => columns[i].IsRight ? cells[i].PadLeft(widths[i]) : cells[i].PadRight(widths[i]));
        return (new string(' ', Indent) + string.Join(Gap, aligned)).TrimEnd();
    }

    /// <summary>Breaks a text between words; lines after the first are indented as the first and two more.</summary>
    private static string Wrap(string text, int width)
    {
        var indent = new string(' ', text.Length - text.TrimStart().Length + Indent);
        var lines = new StringBuilder();
        var line = new StringBuilder(text[..(indent.Length - Indent)]);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + word.Length + 1 > width && line.ToString().Trim().Length > 0)
            {
                lines.AppendLine(line.ToString().TrimEnd());
                line.Clear().Append(indent);
            }

            line.Append(word).Append(' ');
        }

        return lines.Append(line.ToString().TrimEnd()).ToString();
    }
}
