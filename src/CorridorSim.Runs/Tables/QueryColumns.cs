using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace CorridorSim.Runs.Tables;

/// <summary>
/// The columns of an answer. Numbers, truth values, text, and lists and maps of them are handed on as they are; everything else
/// (dates, times, moments, bytes, very long decimals) as the text that DuckDB writes, so that nothing of it is lost, and lengths
/// of time as ISO 8601 writes them, for example <c>P1M3DT0.5S</c>.
/// </summary>
internal sealed partial class QueryColumns
{
    private const string Interval = "INTERVAL";
    private readonly string[] _types;

    private QueryColumns(string[] names, string[] types) => (Names, _types) = (names, types);

    /// <summary>Names, as the question gives them.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The columns of a question.</summary>
    public static QueryColumns Of(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"DESCRIBE {sql}";
        using var rows = command.ExecuteReader();
        var (names, types) = (new List<string>(), new List<string>());
        while (rows.Read())
        {
            names.Add(rows.GetString(0));
            types.Add(rows.GetString(1));
        }

        return new QueryColumns([.. names], [.. types]);
    }

    /// <summary>The question, asking for text where a value would lose something on its way here.</summary>
    public string Rewrite(string sql)
    {
        if (_types.All(t => IsPlain(t) || t == Interval))
        {
            return sql;
        }

        var columns = _types.Select((t, i) => (Type: t, Number: (i + 1).ToString(CultureInfo.InvariantCulture)))
            .Select(c => IsPlain(c.Type) || c.Type == Interval ? $"#{c.Number}" : $"CAST(#{c.Number} AS VARCHAR)");
        return $"SELECT {string.Join(", ", columns)} FROM (\n{Ending().Replace(sql, string.Empty)}\n)";
    }

    /// <summary>The value of a column in the current row; null when there is none.</summary>
    public object? Value(DuckDBDataReader row, int column) =>
        row.IsDBNull(column) ? null
        : _types[column] == Interval ? Duration(row.GetFieldValue<DuckDBInterval>(column))
        : row.GetValue(column);

    /// <summary>Nested types are plain when everything in them is; an unknown word makes text of the whole.</summary>
    private static bool IsPlain(string type) =>
        Word().Matches(Quoted().Replace(type, string.Empty)).All(w => PlainTypes().IsMatch(w.Value))
        && Decimals().Matches(type).All(d => int.Parse(d.Groups[1].Value, CultureInfo.InvariantCulture) <= 28);

    private static string Duration(DuckDBInterval value)
    {
        var (months, days, micros) = (value.Months, value.Days, (long)value.Micros);
        var seconds = (decimal)micros / 1_000_000;
        var (hours, minutes) = ((long)(seconds / 3600), (int)(seconds % 3600 / 60));
        var date = Part(months / 12, 'Y') + Part(months % 12, 'M') + Part(days, 'D');
        var time = Part(hours, 'H') + Part(minutes, 'M') + Part(seconds % 60, 'S');
        return date.Length + time.Length == 0 ? "PT0S" : $"P{date}{(time.Length == 0 ? string.Empty : $"T{time}")}";
    }

    private static string Part(decimal count, char unit) =>
        count == 0 ? string.Empty : count.ToString("0.######", CultureInfo.InvariantCulture) + unit;

    [GeneratedRegex("\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'")]
    private static partial Regex Quoted();

    [GeneratedRegex("[A-Za-z_][A-Za-z_0-9]*(?=[\\s,()\\[\\]]|$)(?!\\s+[A-Za-z])")]
    private static partial Regex Word();

    [GeneratedRegex(@"\A(?:BOOLEAN|U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|VARCHAR|DECIMAL|ENUM|STRUCT|MAP)\z")]
    private static partial Regex PlainTypes();

    [GeneratedRegex(@"DECIMAL\((\d+),")]
    private static partial Regex Decimals();

    /// <summary>A semicolon at the end, with remarks after it.</summary>
    [GeneratedRegex(@";(?:\s|--[^\n]*|/\*.*?\*/|;)*\z", RegexOptions.Singleline)]
    private static partial Regex Ending();
}
