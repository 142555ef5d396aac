using System.Globalization;
using System.Text;
using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using CorridorSim.Analysis.Evaluation;

namespace CorridorSim.Dashboard.Api.Evaluation;

/// <summary>Writes evaluated points as they come, in one of several formats; nothing is kept.</summary>
internal static class EvaluationFormat
{
    /// <summary>The formats, the usual one first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["json", "csv", "arrow"];

    /// <summary>Media type of a format.</summary>
    public static string MediaType(string format) => format switch
    {
        "csv" => "text/csv; charset=utf-8",
        "arrow" => "application/vnd.apache.arrow.stream",
        _ => "application/json",
    };

    /// <summary>Writes the points.</summary>
    /// <param name="format">One of <see cref="Names"/>.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="evaluation">What is measured.</param>
    /// <param name="points">The points, in order.</param>
    /// <param name="output">Receives them.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Task WriteAsync(
        string format, EvaluationQuestion question, PointEvaluation evaluation, IAsyncEnumerable<EvaluatedPoint> points, Stream output, CancellationToken cancellation) => format switch
        {
            "csv" => CsvAsync(evaluation, points, output, cancellation),
            "arrow" => ArrowAsync(question, evaluation, points, output, cancellation),
            _ => JsonAsync(question, evaluation, points, output, cancellation),
        };

    /// <summary>One document: <c>points[point][indicator][replicate]</c>, null where not defined; <c>complete</c> is its last key.</summary>
    private static async Task JsonAsync(
        EvaluationQuestion question, PointEvaluation evaluation, IAsyncEnumerable<EvaluatedPoint> points, Stream output, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("scenario", question.Scenario.Scenario.Id);
        json.WriteString("scenarioHash", question.Scenario.Scenario.Hash);
        json.WriteNumber("seed", question.Seed);
        json.WriteNumber("replicates", question.Replicates);
        json.WriteStartArray("indicators");
        foreach (var column in evaluation.Columns)
        {
            json.WriteStartObject();
            json.WriteString("indicator", column.Name.ToString());
            json.WriteString("unit", column.Unit);
            json.WriteString("period", column.Period.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("points");
        await foreach (var point in points.WithCancellation(cancellation))
        {
            json.WriteStartArray();
            foreach (var replicates in point.Values)
            {
                json.WriteStartArray();
                foreach (var value in replicates)
                {
                    if (double.IsFinite(value))
                    {
                        json.WriteNumberValue(value);
                    }
                    else
                    {
                        json.WriteNullValue();
                    }
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
            await json.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteBoolean("complete", true);
        json.WriteEndObject();
    }

    /// <summary>A row for each point and replicate; a cell is empty where not defined.</summary>
    private static async Task CsvAsync(PointEvaluation evaluation, IAsyncEnumerable<EvaluatedPoint> points, Stream output, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await writer.WriteLineAsync(string.Join(',', ["point", "replicate", .. evaluation.Columns.Select(c => c.Name.ToString())]));
        await foreach (var point in points.WithCancellation(cancellation))
        {
            for (var replicate = 0; replicate < point.Values[0].Length; replicate++)
            {
                var cells = point.Values.Select(v => double.IsFinite(v[replicate]) ? v[replicate].ToString("R", CultureInfo.InvariantCulture) : string.Empty);
                await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{point.Index},{replicate},{string.Join(',', cells)}"));
            }

            await writer.FlushAsync(cancellation);
        }
    }

    /// <summary>A record batch for each point; a value is null where not defined.</summary>
    private static async Task ArrowAsync(
        EvaluationQuestion question, PointEvaluation evaluation, IAsyncEnumerable<EvaluatedPoint> points, Stream output, CancellationToken cancellation)
    {
        var schema = evaluation.Columns.Aggregate(
            new Schema.Builder().Field(new Field("point", Int32Type.Default, false)).Field(new Field("replicate", Int32Type.Default, false)),
            (builder, column) => builder.Field(new Field(column.Name.ToString(), DoubleType.Default, true, new Dictionary<string, string> { ["unit"] = column.Unit, ["period"] = column.Period.ToString() })))
            .Metadata("scenarioHash", question.Scenario.Scenario.Hash)
            .Build();
        using var writer = new ArrowStreamWriter(output, schema, leaveOpen: true);
        await writer.WriteStartAsync(cancellation);
        await foreach (var point in points.WithCancellation(cancellation))
        {
            var length = point.Values[0].Length;
            IArrowArray[] columns =
            [
                new Int32Array.Builder().AppendRange(Enumerable.Repeat(point.Index, length)).Build(),
                new Int32Array.Builder().AppendRange(Enumerable.Range(0, length)).Build(),
                .. point.Values.Select(Doubles),
            ];
            using var batch = new RecordBatch(schema, columns, length);
            await writer.WriteRecordBatchAsync(batch, cancellation);
        }

        await writer.WriteEndAsync(cancellation);
    }

    private static DoubleArray Doubles(double[] values)
    {
        var column = new DoubleArray.Builder();
        foreach (var value in values)
        {
            _ = double.IsFinite(value) ? column.Append(value) : column.AppendNull();
        }

        return column.Build();
    }
}
