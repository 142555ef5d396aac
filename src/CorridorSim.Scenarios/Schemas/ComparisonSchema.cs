using System.Text.Json.Nodes;
using CorridorSim.Model.Engine;
using CorridorSim.Scenarios.Files;
using static CorridorSim.Scenarios.Schemas.SchemaParts;

namespace CorridorSim.Scenarios.Schemas;

/// <summary>The JSON Schema (draft 2020-12) of comparison files.</summary>
public static class ComparisonSchema
{
    /// <summary>The schema as indented JSON.</summary>
    public static string Write() =>
        SchemaParts.Write(Mapping(Keys()), "CorridorSim comparison", "corridorsim", "id", "baseline", "runs");

    private static JsonObject Keys() => new()
    {
        ["corridorsim"] = Version(),
        ["id"] = Id(),
        ["title"] = Text("title in words"),
        ["baseline"] = Text("scenario file beside this one, or a run"),
        ["runs"] = Names("scenario files or runs that are compared with the baseline"),
        ["indicators"] = Names("names or patterns such as admissions:usa-*; the headline when left out"),
        ["at"] = new JsonObject { ["type"] = new JsonArray("string", "integer", "null"), ["description"] = "months: 2024, 2024-03 or 2023-10..2024-03" },
        ["ensemble"] = Mapping(new JsonObject { ["replicates"] = Whole("draws of uncertain inputs", 1, Experiment.MaxReplicates), ["seed"] = Whole("key of all draws", 0, 9e15) }),
        ["thresholds"] = Named(Mapping(new JsonObject
        {
            ["indicator"] = Text("name of an indicator"),
            ["statistic"] = Choice([.. ComparisonFile.Statistics]),
            ["above"] = new JsonObject { ["type"] = "number", ["description"] = "passed above this level" },
            ["below"] = new JsonObject { ["type"] = "number", ["description"] = "passed below this level" },
        })),
    };
}
