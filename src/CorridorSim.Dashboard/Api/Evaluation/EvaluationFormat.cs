using System.Text.Json;
using CorridorSim.Analysis.Evaluation;
using CorridorSim.Dashboard.Tables;

namespace CorridorSim.Dashboard.Api.Evaluation;

/// <summary>Writes evaluated points as they come; nothing is kept.</summary>
internal static class EvaluationFormat
{
    /// <summary>Writes the points: as a document, or as a table with a row for each point and replicate.</summary>
    /// <param name="format">One of <see cref="TableFormat.Names"/>.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="evaluation">What is measured.</param>
    /// <param name="points">The points, in order.</param>
    /// <param name="output">Receives them.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Task WriteAsync(
        string format, EvaluationQuestion question, PointEvaluation evaluation, IAsyncEnumerable<EvaluatedPoint> points, Stream output, CancellationToken cancellation) =>
        format == TableFormat.Json
            ? JsonAsync(question, evaluation, points, output, cancellation)
            : TableFormat.WriteAsync(format, new AnswerTable(Columns(evaluation), points.Select(Rows)), output, cancellation);

    private static AnswerColumn[] Columns(PointEvaluation evaluation) =>
    [
        new("point", ColumnKind.Whole),
        new("replicate", ColumnKind.Whole),
        .. evaluation.Columns.Select(c => new AnswerColumn(c.Name.ToString(), ColumnKind.Figure)
        {
            About = new Dictionary<string, string> { ["unit"] = c.Unit, ["period"] = c.Period.ToString() },
        }),
    ];

    private static IReadOnlyList<object?[]> Rows(EvaluatedPoint point) =>
        [.. Enumerable.Range(0, point.Values[0].Length).Select(replicate => (object?[])[point.Index, replicate, .. point.Values.Select(v => (object)v[replicate])])];

    /// <summary>One document: <c>points[point][indicator][replicate]</c>, null where not defined; how long it simulated; <c>complete</c> is its last key.</summary>
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
            WritePoint(json, point);
            await json.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteNumber("simulatedSeconds", evaluation.Elapsed.TotalSeconds);
        json.WriteBoolean("complete", true);
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, EvaluatedPoint point)
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
    }
}
