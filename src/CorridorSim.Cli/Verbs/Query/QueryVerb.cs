using System.Collections;
using System.CommandLine;
using System.Globalization;
using System.Numerics;
using System.Text;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Query;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;

[assembly: Verb<QueryVerb>(260)]

namespace CorridorSim.Cli.Verbs.Query;

/// <summary>Answers a question in SQL over all runs.</summary>
internal sealed class QueryVerb : IVerb
{
    private const int BufferCharacters = 1 << 15;

    // The greatest whole number up to which every reader of JSON keeps each apart from its neighbours.
    private const long Exact = 1L << 53;

    public static Command Create()
    {
        var sql = new Argument<string>("sql") { Description = "one SELECT over runs, series, summary, events, lanes, sweeps, points, outcomes" };
        var runs = StoreOption.Create();
        var json = JsonOption.Create();
        var verb = new Command("query", "answer SQL over all runs: corridorsim query \"select * from runs\"") { sql, runs, json };
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var store = parsed.Store(runs);
            store.DemandThere();
            var query = new StoreQuery(store);
            if (parsed.GetValue(json))
            {
                var answer = query.Answer(parsed.GetValue(sql)!, cancellation);
                await JsonOutput.WriteAsync(new { answer.Columns, Rows = answer.Rows.Select(r => r.Select(Value)) });
            }
            else
            {
                WriteRows(query, parsed.GetValue(sql)!, cancellation);
            }

            await Outcome.TellDamagedAsync(query.LeftOut);
            // An answer without what is damaged is not the answer about the store.
            return query.LeftOut.Count == 0 ? ExitCodes.Done : ExitCodes.RunStore;
        }));
        return verb;
    }

    /// <summary>Rows leave in large pieces; when nobody takes them any more, the question ends with them.</summary>
    private static void WriteRows(StoreQuery query, string sql, CancellationToken cancellation)
    {
        var buffer = new StringBuilder(BufferCharacters);
        query.Read(sql, Add, Add, cancellation);
        Console.Out.Write(buffer.ToString());

        void Add(IReadOnlyList<object?> cells)
        {
            buffer.AppendJoin(',', cells.Select(Cell)).Append('\n');
            if (buffer.Length >= BufferCharacters)
            {
                Console.Out.Write(buffer.ToString());
                buffer.Clear();
            }
        }
    }

    private static string Cell(object? value)
    {
        var text = Text(value);
        return text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Numbers and truth values stay such; whole numbers that readers would round become text; lists and maps stay such.</summary>
    private static object? Value(object? value) => value switch
    {
        null or bool or string or double or float or int or short or byte or uint or ushort or sbyte => value,
        long number => number is >= -Exact and <= Exact ? number : Text(number),
        ulong number => number <= (ulong)Exact ? number : Text(number),
        BigInteger number => number >= -Exact && number <= Exact ? (long)number : Text(number),
        decimal number => Math.Abs(number) <= Exact ? number : Text(number),
        IDictionary map => map.Keys.Cast<object>().ToDictionary(Text, k => Value(map[k])),
        IEnumerable list => list.Cast<object?>().Select(Value),
        _ => Text(value),
    };

    private static string Text(object? value) => value switch
    {
        IDictionary map => $"{{{string.Join(", ", map.Keys.Cast<object>().Select(k => $"{Text(k)}={Text(map[k])}"))}}}",
        string text => text,
        bool flag => flag ? "true" : "false",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Text))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
