using System.Globalization;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>
/// A table of a world: comma-separated, first line the column names, quotes as in RFC 4180. Lines before the first that start
/// with # are remarks.
/// </summary>
public sealed class CsvTable
{
    private const int MostBytes = 5_000_000;
    private const int MostRows = 20_000;

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<CsvRow> _rows = [];
    private readonly DiagnosticBag _bag;

    private List<CsvCell> _header = [];
    private IReadOnlyList<string> _order = [];

    private CsvTable(string file, DiagnosticBag bag) => (File, _bag) = (file, bag);

    /// <summary>File name, for messages.</summary>
    public string File { get; }

    /// <summary>Rows below the header.</summary>
    public IReadOnlyList<CsvRow> Rows => _rows;

    /// <summary>Names of the columns, in order.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>Reads a table; what is wrong goes into the bag.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="file">Name of the file for messages.</param>
    /// <param name="columns">Columns that must be there.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static CsvTable Read(string path, string file, IReadOnlyList<string> columns, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        ArgumentNullException.ThrowIfNull(columns);
        var table = new CsvTable(file, bag);
        var missing = columns.Count == 0
            ? "there is no such file; check the path"
            : $"there is no table {file}; add it with the columns {string.Join(",", columns)}";
        if (SourceFile.Read(path, file, MostBytes, missing, bag) is { } text)
        {
            table.Parse(text, columns, bag);
        }

        return table;
    }

    /// <summary>A table without rows, in place of one that is not there.</summary>
    internal static CsvTable Empty(string file, DiagnosticBag bag) => new(file, bag);

    /// <summary>True when a file may be read at all; else reports how large it is.</summary>
    internal static bool IsOfSensibleSize(FileInfo info, string file, DiagnosticBag bag)
    {
        if (info.Length > MostBytes)
        {
            bag.Add(file, 1, 1, $"the file has {info.Length} bytes; at most {MostBytes} are allowed");
        }

        return info.Length <= MostBytes;
    }

    /// <summary>
    /// Puts the rows into the order of their cells, so that nothing depends on the order in which somebody wrote them: sums, ties and what
    /// comes first.
    /// </summary>
    internal void Sort() => _rows.Sort((a, b) =>
    {
        foreach (var column in _order)
        {
            var order = string.CompareOrdinal(a.Text(column), b.Text(column));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    });

    /// <summary>Reports columns that nobody knows.</summary>
    internal void AllowColumns(IReadOnlyCollection<string> known)
    {
        foreach (var column in Columns.Where(c => c.Length > 0 && !known.Contains(c)))
        {
            ReportHeader(column, $"unknown column '{column}'{Suggestion.For(column, known)}");
        }
    }

    /// <summary>Reports what is wrong with the table as a whole.</summary>
    internal void Report(string message) => _bag.Add(File, 1, 1, message);

    /// <summary>Reports what is wrong with a column as a whole.</summary>
    internal void ReportHeader(string column, string message) =>
        _bag.Add(File, _header[_columns[column]].Line, _header[_columns[column]].Column, message);

    internal int ColumnOf(string name) => _columns.GetValueOrDefault(name, -1);

    /// <summary>Remarks become blank lines, so that later lines keep their numbers.</summary>
    private static string WithoutRemarks(string text)
    {
        var (start, lines) = (0, 0);
        while (start < text.Length && text[start] == '#')
        {
            var end = text.IndexOf('\n', start);
            (start, lines) = (end < 0 ? text.Length : end + 1, lines + 1);
        }

        return new string('\n', lines) + text[start..];
    }

    private void Parse(string text, IReadOnlyList<string> required, DiagnosticBag bag)
    {
        var records = new CsvParser(File, bag).Parse(WithoutRemarks(text));
        if (records.Count == 0)
        {
            bag.Add(File, 1, 1, "the table is empty; its first line must name the columns");
            return;
        }

        _header = [.. records[0].Select(c => c with { Text = c.Text.Trim() })];
        Columns = [.. _header.Select(c => c.Text)];
        if (_header is [{ Text: var only } single] && only.Split(';', '\t').Length > 1)
        {
            bag.Add(File, single.Line, single.Column, "the columns are parted by semicolons or tabs; save the table with commas, and numbers with a point");
            return;
        }

        foreach (var (cell, index) in _header.Select((c, i) => (c, i)))
        {
            if (cell.Text.Length == 0)
            {
                bag.Add(File, cell.Line, cell.Column, "the column has no name; name it or remove it");
            }
            else if (!_columns.TryAdd(cell.Text, index))
            {
                bag.Add(File, cell.Line, cell.Column, $"the column '{cell.Text}' stands twice; remove one");
            }
        }

        _order = required;
        foreach (var name in required.Where(n => !_columns.ContainsKey(n)))
        {
            bag.Add(File, 1, 1, $"the column '{name}' is missing; add it to the first line");
        }

        if (records.Count - 1 > MostRows)
        {
            bag.Add(File, MostRows + 2, 1, string.Create(CultureInfo.InvariantCulture, $"the table has {records.Count - 1} rows; at most {MostRows} are allowed"));
            return;
        }

        foreach (var record in records.Skip(1))
        {
            if (record.Count != _header.Count)
            {
                bag.Add(File, record[0].Line, record[0].Column, $"the row has {record.Count} cells where the header names {_header.Count} columns");
                continue;
            }

            _rows.Add(new CsvRow(this, record, bag));
        }
    }
}
