using CorridorSim.Scenarios.Diagnostics;
using Spectre.Console;

namespace CorridorSim.Cli.Reports;

/// <summary>A table on standard output; numbers to the right, no colours where the output is not a terminal.</summary>
internal sealed class TerminalTable
{
    // Wide enough for the widest table, the scores of a backtest: files have no margin.
    private const int RedirectedWidth = 200;

    private readonly Table _table = new Table().Border(TableBorder.Simple);

    /// <summary>A table.</summary>
    /// <param name="columns">Headings; one that starts with <c>&gt;</c> is aligned to the right.</param>
    public TerminalTable(params string[] columns)
    {
        foreach (var column in columns)
        {
            var heading = new TableColumn(Markup.Escape(column.TrimStart('>')));
            _table.AddColumn(column.StartsWith('>') ? heading.RightAligned() : heading);
        }
    }

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => _table.AddRow([.. cells.Select(c => Markup.Escape(PrintableText.Of(c)))]);

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
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = RedirectedWidth;
        }

        console.Write(_table);
    }
}
