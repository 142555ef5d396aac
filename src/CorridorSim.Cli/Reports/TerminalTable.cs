using CorridorSim.Cli.Terminal;
using CorridorSim.Scenarios.Diagnostics;
using Spectre.Console;

namespace CorridorSim.Cli.Reports;

/// <summary>A table on standard output; numbers to the right, no colours where the output is not a terminal. One that is too wide is written row by row.</summary>
internal sealed class TerminalTable
{
    // Wide enough for the widest table, the scores of a backtest: files have no margin.
    private const int RedirectedWidth = 280;

    // What Spectre puts around a cell, and at both ends of a line.
    private const int Margin = 3;

    private readonly string[] _headings;
    private readonly bool[] _isRight;
    private readonly List<string[]> _rows = [];

    /// <summary>A table.</summary>
    /// <param name="columns">Headings; one that starts with <c>&gt;</c> is aligned to the right.</param>
    public TerminalTable(params string[] columns)
    {
        _headings = [.. columns.Select(c => c.TrimStart('>'))];
        _isRight = [.. columns.Select(c => c.StartsWith('>'))];
    }

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => _rows.Add([.. cells.Select(PrintableText.Of)]);

    /// <summary>Adds rows.</summary>
    public TerminalTable With(IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
        {
            Add(row);
        }

        return this;
    }

    /// <summary>Prints it.</summary>
    public void Write()
    {
        var width = Console.IsOutputRedirected ? RedirectedWidth : Screen.Width;
        Console.Out.Write(Render(width));
    }

    /// <summary>The table in lines of at most so many characters, or row by row.</summary>
    public string Render(int width)
    {
        var natural = _headings.Select((h, i) => Margin + Math.Max(h.Length, _rows.Max(r => (int?)r[i].Length) ?? 0)).Sum() + Margin;
        if (natural > width)
        {
            return Environment.NewLine + string.Concat(_rows.Select(r => RowByRow.Render(_headings, r, width))) + Environment.NewLine;
        }

        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < _headings.Length; i++)
        {
            var heading = new TableColumn(Markup.Escape(_headings[i])).NoWrap();
            table.AddColumn(_isRight[i] ? heading.RightAligned() : heading);
        }

        foreach (var row in _rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = width;
        console.Write(table);
        return text.ToString();
    }
}
