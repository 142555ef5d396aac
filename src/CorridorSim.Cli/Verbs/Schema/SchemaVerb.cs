using System.CommandLine;
using CorridorSim.Cli;
using CorridorSim.Cli.Verbs.Schema;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Schemas;
using CorridorSim.Scenarios.Suites;

[assembly: Verb<SchemaVerb>(40)]

namespace CorridorSim.Cli.Verbs.Schema;

/// <summary>Prints the JSON Schemas of the files that analysts write, and the tables that document them.</summary>
internal sealed class SchemaVerb : IVerb
{
    /// <summary>The schemas by kind of file.</summary>
    public static IReadOnlyDictionary<string, Func<string>> Schemas { get; } = new Dictionary<string, Func<string>>
    {
        ["scenario"] = ScenarioSchema.Write,
        ["compare"] = ComparisonSchema.Write,
        ["sweep"] = SweepSchema.Write,
        ["optimise"] = OptimiseSchema.Write,
        ["calibration"] = KeyTable.WriteCalibration,
        ["suite"] = KeyTable.WriteSuite,
    };

    private static readonly Dictionary<string, Func<string>> Tables = new()
    {
        ["scenario"] = () => $"{LeverTable.ToMarkdown()}\n\n{KeyTable.ToMarkdown(CountedKeys.All)}",
        ["calibration"] = () => KeyTable.ToMarkdown(CalibrationKeys.All),
        ["suite"] = () => KeyTable.ToMarkdown(SuiteKeys.All),
    };

    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = string.Join(", ", Schemas.Keys), DefaultValueFactory = _ => "scenario" };
        kind.AcceptOnlyFromAmong([.. Schemas.Keys]);
        var table = new Option<bool>("--table") { Description = "print the levers of scenarios, or the keys of calibrations and suites, as a Markdown table" };
        var verb = new Command("schema", "print the JSON Schema of a kind of file: corridorsim schema scenario > scenario.schema.json") { kind, table };
        verb.Validators.Add(line =>
        {
            if (line.GetValue(table) && line.GetValue(kind) is { } asked && !Tables.ContainsKey(asked))
            {
                line.AddError($"there is no table of {asked} files; use --table with {string.Join(" or ", Tables.Keys)}");
            }
        });
        verb.SetAction(parsed => Console.WriteLine((parsed.GetValue(table) ? Tables : Schemas)[parsed.GetValue(kind)!]()));
        return verb;
    }
}
