using System.CommandLine;
using System.Globalization;
using CorridorSim.Runs.Folders;

namespace CorridorSim.Cli.Verbs;

/// <summary>Answers a question in SQL over all runs.</summary>
internal static class QueryVerb
{
    public static Command Create()
    {
        var sql = new Argument<string>("sql") { Description = "one SELECT over runs, series, summary, events, lanes" };
        var runs = StoreOption.Create();
        var verb = new Command("query", "answer SQL over all runs: corridorsim query \"select * from runs\"") { sql, runs };
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var answer = new StoreQuery(new RunStore(parsed.GetValue(runs)!)).Answer(parsed.GetValue(sql)!, cancellation);
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
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
        return text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
