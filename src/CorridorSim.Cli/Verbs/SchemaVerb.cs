using System.CommandLine;
using CorridorSim.Scenarios.Schemas;

namespace CorridorSim.Cli.Verbs;

/// <summary>Prints the JSON Schema of scenario files.</summary>
internal static class SchemaVerb
{
    public static Command Create()
    {
        var verb = new Command("schema", "print the JSON Schema of scenario files");
        verb.SetAction(_ => Console.WriteLine(ScenarioSchema.Write()));
        return verb;
    }
}
