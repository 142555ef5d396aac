using System.Globalization;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Files;

/// <summary>A joint sample of world parameters, as a calibration writes it: every replicate takes one row for all columns.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Paths">Paths of the parameters, one per column.</param>
/// <param name="Rows">Rows of values in the units of the parameters.</param>
public sealed record PosteriorSample(string File, IReadOnlyList<string> Paths, IReadOnlyList<IReadOnlyList<double>> Rows)
{
    private const int MostRows = 10_000;
    private const int MostColumns = 200;

    /// <summary>Reads a table whose columns are parameter paths; lines that start with # tell where it comes from.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="file">Name for messages.</param>
    /// <param name="slots">The world's inputs: paths and bounds.</param>
    /// <param name="bag">Receives what is wrong.</param>
    /// <returns>The sample, or null when something is wrong with it.</returns>
    public static PosteriorSample? Read(string path, string file, SlotBook slots, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentNullException.ThrowIfNull(bag);
        var own = new DiagnosticBag();
        var table = CsvTable.Read(path, file, [], own);
        CheckShape(table, file, own);
        foreach (var column in table.Columns.Where(c => !slots.TryFind(c, out _)))
        {
            table.ReportHeader(column, $"unknown world parameter '{column}'{Suggestion.For(column, slots.Slots.Select(s => s.Path))}");
        }

        var rows = own.HasErrors ? [] : Values(table, slots);
        foreach (var diagnostic in own.Sorted)
        {
            bag.Add(diagnostic.File, diagnostic.Line, diagnostic.Column, diagnostic.Message);
        }

        return own.HasErrors ? null : new PosteriorSample(file, table.Columns, rows);
    }

    private static void CheckShape(CsvTable table, string file, DiagnosticBag bag)
    {
        if (!bag.HasErrors && (table.Rows.Count is 0 or > MostRows || table.Columns.Count > MostColumns))
        {
            bag.Add(file, 1, 1, string.Create(
                CultureInfo.InvariantCulture,
                $"the sample has {table.Rows.Count} rows and {table.Columns.Count} columns; 1 to {MostRows} rows and at most {MostColumns} columns are allowed"));
        }
    }

    private static List<IReadOnlyList<double>> Values(CsvTable table, SlotBook slots)
    {
        var bounds = table.Columns.Select(c => slots.TryFind(c, out var slot) ? slots.Slots[slot] : slots.Slots[0]).ToArray();
        return [.. table.Rows.Select(row => (IReadOnlyList<double>)[.. table.Columns.Select((c, i) => row.Number(c, bounds[i].Minimum, bounds[i].Maximum))])];
    }
}
