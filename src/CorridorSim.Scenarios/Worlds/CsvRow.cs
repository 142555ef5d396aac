using System.Globalization;
using CorridorSim.Model.Indices;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>A row of a table.</summary>
public sealed class CsvRow
{
    private readonly CsvTable _table;
    private readonly List<CsvCell> _cells;
    private readonly DiagnosticBag _bag;

    internal CsvRow(CsvTable table, List<CsvCell> cells, DiagnosticBag bag)
    {
        _table = table;
        _cells = cells;
        _bag = bag;
    }

    /// <summary>Text of a cell; empty when the column is missing.</summary>
    public string Text(string column) => _table.ColumnOf(column) is var i and >= 0 ? _cells[i].Text.Trim() : string.Empty;

    /// <summary>Words of a cell, separated by blanks.</summary>
    public string[] Words(string column) => Text(column).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Number in a cell; what is wrong is reported and 0 returned.</summary>
    public double Number(string column, double minimum = double.NegativeInfinity, double maximum = double.PositiveInfinity)
    {
        var text = Text(column);
        if (!NumberText.TryParse(text, out var value))
        {
            Report(column, text.Length == 0 ? $"the cell is empty; '{column}' needs a number such as 12.5" : NumberText.Complaint(text));
            return 0;
        }

        if (value < minimum || value > maximum)
        {
            Report(column, string.Create(CultureInfo.InvariantCulture, $"{column} is {text}; it must lie between {minimum} and {maximum}"));
            return Math.Clamp(value, minimum, maximum);
        }

        return value;
    }

    /// <summary>Numbers of 0 or more in a cell, separated by blanks; what is wrong is reported and counts as 0.</summary>
    public double[] Factors(string column)
    {
        var words = Words(column);
        var factors = new double[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (!NumberText.TryParse(words[i], out factors[i]) || !(factors[i] >= 0))
            {
                Report(column, $"'{words[i]}' is not a number of 0 or more; write one such as 0.8");
                factors[i] = 0;
            }
        }

        return factors;
    }

    /// <summary>Index of the item that a cell names; reports an unknown name and returns -1.</summary>
    public int Index(string column, IReadOnlyList<string> names, string what)
    {
        var text = Text(column);
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == text)
            {
                return i;
            }
        }

        Report(column, $"unknown {what} '{text}'{Suggestion.For(text, names)}");
        return -1;
    }

    /// <summary>The country whose code a cell has; reports an unknown code and returns the first country.</summary>
    public CountryIndex Country(string column, IReadOnlyList<string> codes) => new(Math.Max(Index(column, codes, "country"), 0));

    /// <summary>Reports what is wrong with a cell.</summary>
    public void Report(string column, string message)
    {
        var cell = _table.ColumnOf(column) is var i and >= 0 ? _cells[i] : _cells[0];
        _bag.Add(_table.File, cell.Line, cell.Column, message);
    }
}

/// <summary>A cell of a table and where it stands.</summary>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column of its first character, from 1.</param>
public sealed record CsvCell(string Text, int Line, int Column);
