using System.Globalization;
using System.Text.RegularExpressions;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Files;

/// <summary>A joint sample of world parameters, as a calibration writes it: every replicate takes one row for all columns.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Paths">Paths of the parameters, one per column.</param>
/// <param name="Rows">Rows of values in the units of the parameters.</param>
/// <param name="Window">First and last month that it was fitted to, as the file's first remark tells; null when it does not.</param>
public sealed partial record PosteriorSample(
    string File, IReadOnlyList<string> Paths, IReadOnlyList<IReadOnlyList<double>> Rows, (int First, int Last)? Window)
{
    private const int MostRows = 10_000;
    private const int MostColumns = 200;

    /// <summary>Reads a table whose columns are parameter paths; lines that start with # tell where it comes from.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="file">Name for messages.</param>
    /// <param name="bounds">Least and greatest value by path.</param>
    /// <param name="stated">Paths of clauses that the scenario or what it extends states, left in it or not; null where that is not known.</param>
    /// <param name="bag">Receives what is wrong.</param>
    /// <returns>The sample, or null when something is wrong with it.</returns>
    public static PosteriorSample? Read(
        string path, string file, IReadOnlyDictionary<string, (double Minimum, double Maximum)> bounds, IReadOnlySet<string>? stated, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        ArgumentNullException.ThrowIfNull(bag);
        var own = new DiagnosticBag();
        var table = CsvTable.Read(path, file, [], own);
        CheckShape(table, file, own);
        foreach (var column in table.Columns.Where(c => !bounds.ContainsKey(c) && !IsLeftOut(c, bounds, stated)))
        {
            table.ReportHeader(column, $"unknown parameter '{column}'{Suggestion.For(column, bounds.Keys)}");
        }

        var rows = own.HasErrors ? [] : Values(table, bounds);
        foreach (var diagnostic in own.Sorted)
        {
            bag.Add(diagnostic.File, diagnostic.Line, diagnostic.Column, diagnostic.Message);
        }

        return own.HasErrors ? null : new PosteriorSample(file, Ordered(table), rows, FittedWindow(path));
    }

    // The month pair is part of the remark that a calibration writes first.
    [GeneratedRegex(@"^# Posterior sample of .*, (\d{4}-\d{2}) to (\d{4}-\d{2});")]
    private static partial Regex Remark();

    private static (int First, int Last)? FittedWindow(string path)
    {
        var match = Remark().Match(System.IO.File.ReadLines(path).First());
        return match.Success && CalendarMonth.TryParse(match.Groups[1].Value, out var first) && CalendarMonth.TryParse(match.Groups[2].Value, out var last)
            ? (first, last)
            : null;
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

    private static IReadOnlyList<string> Ordered(CsvTable table) => [.. table.Columns.Order(StringComparer.Ordinal)];

    /// <summary>A sample has no order: its rows are put into that of their values, so that a replicate takes the same one however they are written.</summary>
    private static List<IReadOnlyList<double>> Values(CsvTable table, IReadOnlyDictionary<string, (double Minimum, double Maximum)> bounds)
    {
        var columns = Ordered(table);
        var rows = table.Rows.Select(row => columns.Select(c => bounds.TryGetValue(c, out var bound)
            ? row.Number(c, bound.Minimum, bound.Maximum)
            : row.Number(c)).ToArray()).ToList();
        rows.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        return [.. rows];
    }

    /// <summary>A scenario may leave out a clause or measure whose size was fitted; its column is then without effect.</summary>
    private static bool IsLeftOut(string path, IReadOnlyDictionary<string, (double Minimum, double Maximum)> bounds, IReadOnlySet<string>? stated)
    {
        var clause = path[..Math.Max(0, path.LastIndexOf('.'))];
        return stated is null
            ? InstrumentName.Begins(path)
            : stated.Contains(clause) && !bounds.Keys.Any(k => k.StartsWith(clause + ".", StringComparison.Ordinal));
    }
}
