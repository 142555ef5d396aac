using System.Text;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli.Reports;

/// <summary>
/// A table of aligned text with headings and notes between its rows. When it is too wide, long names go on below their row, then columns that
/// may go are left out, and at last it is written row by row: nothing is left to the terminal to break.
/// </summary>
/// <param name="columns">Its columns.</param>
internal sealed class TextTable(params TextColumn[] columns)
{
    private const string Gap = "  ";
    /// <summary>Spaces before a line.</summary>
    public const int Indent = 2;
    private const int LeastName = 16;
    private const int ShortenedName = 36;
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
        // A name may go on below its row before a column is left out.
        var slack = columns[0].IsRight ? 0 : Math.Max(0, widths[0] - Math.Max(ShortenedName, LongestWord()));
        while (Width(kept, widths) - slack > width && kept.Exists(i => columns[i].MayGo))
        {
            kept.RemoveAt(kept.FindLastIndex(i => columns[i].MayGo));
        }

        string[] titles = [.. columns.Select(c => c.Title)];
        var excess = Math.Max(0, Width(kept, widths) - width);
        var isTable = excess == 0 || (!columns[0].IsRight && widths[0] - excess >= LongestWord());
        widths[0] -= isTable ? excess : 0;
        var text = new StringBuilder();
        if (isTable)
        {
            text.AppendLine(Line(titles, kept, widths));
        }

        foreach (var (words, cells) in _lines)
        {
            text.Append(cells is null ? RowByRow.Wrap(words, width) + Environment.NewLine : isTable ? Row(cells, kept, widths) : RowByRow.Render(titles, cells, width));
        }

        return text.ToString();
    }

    private int LongestWord() => _lines.SelectMany(l => l.Cells?[0].Split(' ') ?? []).Select(w => w.Length + 1).Prepend(LeastName).Max();

    /// <summary>A row, and below it what is left of its name.</summary>
    private string Row(string[] cells, List<int> kept, int[] widths)
    {
        var name = cells[0].Length <= widths[0] ? [cells[0]] : RowByRow.Wrap(cells[0], widths[0]).Split(Environment.NewLine);
        return string.Join(Environment.NewLine, name.Skip(1).Select(n => new string(' ', Indent) + n).Prepend(Line([name[0], .. cells[1..]], kept, widths))) + Environment.NewLine;
    }

    private static int Width(List<int> kept, int[] widths) => Indent + kept.Sum(i => widths[i] + Gap.Length) - Gap.Length;

    private string Line(string[] cells, List<int> kept, int[] widths)
    {
        var aligned = kept.Select(i => columns[i].IsRight ? cells[i].PadLeft(widths[i]) : cells[i].PadRight(widths[i]));
        return (new string(' ', Indent) + string.Join(Gap, aligned)).TrimEnd();
    }
}

/// <summary>A column of a <see cref="TextTable"/>.</summary>
/// <param name="Title">Its title.</param>
/// <param name="IsRight">True when its cells end at the right.</param>
/// <param name="MayGo">True when it may be left out of a narrow table.</param>
internal sealed record TextColumn(string Title, bool IsRight = true, bool MayGo = false);
