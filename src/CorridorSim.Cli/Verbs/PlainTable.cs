using Spectre.Console;

namespace CorridorSim.Cli.Verbs;

/// <summary>Prints tables to standard output.</summary>
internal static class PlainTable
{
    private const int RedirectedWidth = 200;

    /// <summary>Prints; the first <paramref name="words"/> columns hold words, the others numbers.</summary>
    public static void Write(int words, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = RedirectedWidth;
        }

        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < columns.Count; i++)
        {
            var column = new TableColumn(Markup.Escape(columns[i]));
            _ = table.AddColumn(i < words ? column : column.RightAligned());
        }

        foreach (var row in rows)
        {
            _ = table.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.Write(table);
    }
}
