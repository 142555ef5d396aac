using System.Collections;
using System.CommandLine;
using System.Globalization;
using CorridorSim.Cli.Reports;
using CorridorSim.Runs.Folders;

namespace CorridorSim.Cli.Verbs;

/// <summary>Answers a question in SQL over all runs.</summary>
internal static class QueryVerb
{
    public static Command Create()
    {
        var sql = new Argument<string>("sql") { Description = "one SELECT over runs, series, summary, events, lanes" };
        var runs = StoreOption.Create();
        var json = JsonOption.Create();
        var verb = new Command("query", "answer SQL over all runs: corridorsim query \"select * from runs\"") { sql, runs, json };
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var answer = new StoreQuery(new RunStore(parsed.GetValue(runs)!)).Answer(parsed.GetValue(sql)!, cancellation);
            if (parsed.GetValue(json))
            {
                await JsonOutput.WriteAsync(new { answer.Columns, Rows = answer.Rows.Select(r => r.Select(Value)) });
                return ExitCodes.Done;
            }

            await Console.Out.WriteLineAsync(string.Join(',', answer.Columns.Select(Cell)));
            foreach (var row in answer.Rows)
            {
                await Console.Out.WriteLineAsync(string.Join(',', row.Select(Cell)));
            }

            return ExitCodes.Done;
        }));
        return verb;
    }

    private static string Cell(object? value)
    {
        var text = Text(value);
        return text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Numbers and truth values stay such; lists and maps become lists; everything else becomes text.</summary>
    private static object? Value(object? value) => value switch
    {
        null or bool or string or double or float or decimal or int or long or short or byte or uint or ulong or ushort or sbyte => value,
        IDictionary map => map.Keys.Cast<object>().ToDictionary(Text, k => Value(map[k])),
        IEnumerable list => list.Cast<object?>().Select(Value),
        _ => Text(value),
    };

    private static string Text(object? value) => value switch
    {
        IDictionary map => $"{{{string.Join(", ", map.Keys.Cast<object>().Select(k => $"{Text(k)}={Text(map[k])}"))}}}",
        string text => text,
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Text))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
