using System.CommandLine;
using CorridorSim.Scenarios.Schemas;

namespace CorridorSim.Cli.Verbs;

/// <summary>Prints the JSON Schemas of the files that analysts write.</summary>
internal static class SchemaVerb
{
    /// <summary>The schemas by kind of file.</summary>
    public static IReadOnlyDictionary<string, Func<string>> Schemas { get; } = new Dictionary<string, Func<string>>
    {
        ["scenario"] = ScenarioSchema.Write,
        ["compare"] = ComparisonSchema.Write,
        ["sweep"] = SweepSchema.Write,
        ["optimise"] = OptimiseSchema.Write,
    };

    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = string.Join(", ", Schemas.Keys), DefaultValueFactory = _ => "scenario" };
        kind.AcceptOnlyFromAmong([.. Schemas.Keys]);
        var verb = new Command("schema", "print the JSON Schema of a kind of file: corridorsim schema scenario > scenario.schema.json") { kind };
        verb.SetAction(parsed => Console.WriteLine(Schemas[parsed.GetValue(kind)!]()));
        return verb;
    }
}
