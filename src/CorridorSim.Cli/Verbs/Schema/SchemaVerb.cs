using System.CommandLine;
using CorridorSim.Cli;
using CorridorSim.Cli.Verbs.Schema;
using CorridorSim.Scenarios.Schemas;

[assembly: Verb<SchemaVerb>(40)]

namespace CorridorSim.Cli.Verbs.Schema;

/// <summary>Prints the JSON Schemas of the files that analysts write, and the tables that document them.</summary>
internal sealed class SchemaVerb : IVerb
{
    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = string.Join(", ", FileKind.All.Select(k => k.Name)), DefaultValueFactory = _ => FileKind.All[0].Name };
        kind.AcceptOnlyFromAmong([.. FileKind.All.Select(k => k.Name)]);
        var table = new Option<bool>("--table") { Description = "print the keys, and the levers of scenarios, as tables in Markdown" };
        var verb = new Command("schema", "print the JSON Schema of a kind of file: corridorsim schema scenario > scenario.schema.json") { kind, table };
        verb.SetAction(parsed =>
        {
            var asked = FileKind.All.Single(k => k.Name == parsed.GetValue(kind));
            Console.WriteLine(parsed.GetValue(table) ? string.Join("\n\n", asked.Tables()) : asked.Schema());
        });
        return verb;
    }
}
