using System.Text.Json.Nodes;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Levers;

namespace CorridorSim.Scenarios.Schemas;

/// <summary>
/// The JSON Schema (draft 2020-12) of scenario files, made from the same tables of keys and levers as the checks. What a clause may state depends
/// on its lever; a file may extend another, so that hardly any key is demanded.
/// </summary>
public static class ScenarioSchema
{
    /// <summary>The schema as indented JSON.</summary>
    public static string Write()
    {
        var root = KeyTable.Mapping(ScenarioKeys.All, false);
        root["$defs"] = new JsonObject { [KeyTable.Clause] = Provision() };
        return SchemaParts.Write(root, "CorridorSim scenario", [.. ScenarioKeys.All.Where(k => k.IsRequired).Select(k => k.Name)]);
    }

    private static JsonObject Provision() => new()
    {
        ["type"] = new JsonArray("object", "null"),
        ["properties"] = new JsonObject { [ClauseKeys.Lever.Name] = SchemaParts.Choice([.. LeverTable.All.Keys]) },
        ["allOf"] = new JsonArray([.. LeverTable.All.Values.Select(l => (JsonNode)new JsonObject
        {
            ["if"] = new JsonObject
            {
                ["properties"] = new JsonObject { [ClauseKeys.Lever.Name] = new JsonObject { ["const"] = l.Name } },
                ["required"] = new JsonArray(ClauseKeys.Lever.Name),
            },
            ["then"] = KeyTable.Mapping([.. ClauseKeys.Common.Select(k => k == ClauseKeys.Lever ? k with { Meaning = l.Meaning } : k), .. ClauseKeys.Of(l)], false),
        })]),
    };
}
