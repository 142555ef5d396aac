using System.Text;

namespace CorridorSim.Cli.Reports;

/// <summary>
/// A table that is wider than the terminal, row by row: the first cell on a line of its own, each other cell beneath it behind its heading. Cells
/// broken over the lines of a narrow column would be read as other numbers.
/// </summary>
internal static class RowByRow
{
    /// <summary>One row.</summary>
    /// <param name="headings">Headings of the columns.</param>
    /// <param name="cells">Cells of the row, as many; empty ones are left out.</param>
    /// <param name="width">Characters a line may have; words and numbers are never cut.</param>
    public static string Render(IReadOnlyList<string> headings, IReadOnlyList<string> cells, int width)
    {
        var text = new StringBuilder().AppendLine(Wrap(new string(' ', TextTable.Indent) + cells[0], width));
        for (var i = 1; i < cells.Count; i++)
        {
            if (cells[i].Length > 0)
            {
                text.AppendLine(Wrap($"{new string(' ', 2 * TextTable.Indent)}{headings[i]}: {cells[i]}", width));
            }
        }

        return text.ToString();
    }

    /// <summary>Breaks a text between words; lines after the first are indented as the first and two more.</summary>
    public static string Wrap(string text, int width)
    {
        var indent = new string(' ', text.Length - text.TrimStart().Length + TextTable.Indent);
        var lines = new StringBuilder();
        var line = new StringBuilder(text[..(indent.Length - TextTable.Indent)]);
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
