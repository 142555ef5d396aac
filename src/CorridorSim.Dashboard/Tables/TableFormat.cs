using System.Globalization;
using System.Text;
using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using CorridorSim.Runs.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CorridorSim.Dashboard.Tables;

/// <summary>Writes tables in the formats that an address can be asked for.</summary>
internal static class TableFormat
{
    /// <summary>Rows as an array of JSON objects.</summary>
    public const string Json = "json";

    /// <summary>Comma-separated values.</summary>
    public const string Csv = "csv";

    private const string Parquet = "parquet";
    /// <summary>An Arrow IPC stream.</summary>
    public const string Arrow = "arrow";

    /// <summary>The formats, the usual one first.</summary>
    public static IReadOnlyList<string> Names { get; } = [Json, Csv, Parquet, Arrow];

    /// <summary>Media type of a format.</summary>
    public static string MediaType(string format) => format switch
    {
        Csv => "text/csv; charset=utf-8",
        Parquet => "application/vnd.apache.parquet",
        Arrow => "application/vnd.apache.arrow.stream",
        _ => "application/json",
    };

    /// <summary>The answer of an address.</summary>
    /// <param name="format">One of <see cref="Names"/>.</param>
    /// <param name="table">What is answered; it is asked for when it is written.</param>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static PushStreamHttpResult Answer(string format, AnswerTable table) => Names.Contains(format)
        ? TypedResults.Stream(output => WriteAsync(format, table, output, CancellationToken.None), MediaType(format))
        : throw new ArgumentException($"format must be one of {string.Join(", ", Names)}", nameof(format));

    /// <summary>Writes a table.</summary>
    /// <param name="format">One of <see cref="Names"/>.</param>
    /// <param name="table">The table.</param>
    /// <param name="output">Receives it.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Task WriteAsync(string format, AnswerTable table, Stream output, CancellationToken cancellation) => format switch
    {
        Csv => CsvAsync(table, output, cancellation),
        Parquet => ParquetAsync(table, output, cancellation),
        Arrow => ArrowAsync(table, output, cancellation),
        _ => JsonAsync(table, output, cancellation),
    };

    private static async Task JsonAsync(AnswerTable table, Stream output, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output);
        json.WriteStartArray();
        await foreach (var row in table.Chunks.SelectMany(c => c).WithCancellation(cancellation))
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                json.WritePropertyName(table.Columns[i].Name);
                switch (row[i])
                {
                    case string text: json.WriteStringValue(text); break;
                    case double figure when double.IsFinite(figure): json.WriteNumberValue(figure); break;
                    case null or double: json.WriteNullValue(); break;
                    case var whole: json.WriteNumberValue(Convert.ToInt64(whole, CultureInfo.InvariantCulture)); break;
                }
            }

            json.WriteEndObject();
            if (json.BytesPending > 1 << 14)
            {
                await json.FlushAsync(cancellation);
            }
        }

        json.WriteEndArray();
    }

    /// <summary>A cell is empty where there is no value.</summary>
    private static async Task CsvAsync(AnswerTable table, Stream output, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await writer.WriteLineAsync(string.Join(',', table.Columns.Select(c => Cell(c.Name))));
        await foreach (var chunk in table.Chunks.WithCancellation(cancellation))
        {
            foreach (var row in chunk)
            {
                await writer.WriteLineAsync(string.Join(',', row.Select(Cell)));
            }

            await writer.FlushAsync(cancellation);
        }
    }

    private static string Cell(object? value) => value switch
    {
        double figure => double.IsFinite(figure) ? figure.ToString("R", CultureInfo.InvariantCulture) : string.Empty,
        string text => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    private static async Task ParquetAsync(AnswerTable table, Stream output, CancellationToken cancellation)
    {
        using var spool = new ParquetSpool(table.Columns.Select(c => (c.Name, c.Kind switch { ColumnKind.Text => "VARCHAR", ColumnKind.Whole => "BIGINT", _ => "DOUBLE" })));
        await foreach (var row in table.Chunks.SelectMany(c => c).WithCancellation(cancellation))
        {
            spool.Add(row);
        }

        await using var file = spool.Finish();
        await file.CopyToAsync(output, cancellation);
    }

    /// <summary>A record batch for each chunk.</summary>
    private static async Task ArrowAsync(AnswerTable table, Stream output, CancellationToken cancellation)
    {
        var schema = table.Columns.Aggregate(new Schema.Builder(), (builder, c) => builder.Field(new Field(c.Name, TypeOf(c.Kind), true, c.About))).Build();
        using var writer = new ArrowStreamWriter(output, schema, leaveOpen: true);
        await writer.WriteStartAsync(cancellation);
        await foreach (var chunk in table.Chunks.WithCancellation(cancellation))
        {
            using var batch = new RecordBatch(schema, table.Columns.Select((c, i) => ArrayOf(c.Kind, chunk, i)), chunk.Count);
            await writer.WriteRecordBatchAsync(batch, cancellation);
            await output.FlushAsync(cancellation);
        }

        await writer.WriteEndAsync(cancellation);
    }

    private static IArrowType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => StringType.Default,
        ColumnKind.Whole => Int64Type.Default,
        _ => DoubleType.Default,
    };

    private static IArrowArray ArrayOf(ColumnKind kind, IReadOnlyList<object?[]> rows, int column)
    {
        if (kind == ColumnKind.Text)
        {
            return new StringArray.Builder().AppendRange(rows.Select(r => (string?)r[column])).Build();
        }

        if (kind == ColumnKind.Whole)
        {
            var whole = new Int64Array.Builder();
            foreach (var row in rows)
            {
                _ = row[column] is { } value ? whole.Append(Convert.ToInt64(value, CultureInfo.InvariantCulture)) : whole.AppendNull();
            }

            return whole.Build();
        }

        var figures = new DoubleArray.Builder();
        foreach (var row in rows)
        {
            _ = row[column] is double value && double.IsFinite(value) ? figures.Append(value) : figures.AppendNull();
        }

        return figures.Build();
    }
}
