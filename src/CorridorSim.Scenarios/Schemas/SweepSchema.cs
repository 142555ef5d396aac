using System.Text.Json.Nodes;
using CorridorSim.Model.Engine;
using CorridorSim.Scenarios.Sweeps;
using CorridorSim.Scenarios.Worlds;
using static CorridorSim.Scenarios.Schemas.SchemaParts;

namespace CorridorSim.Scenarios.Schemas;

/// <summary>The JSON Schema (draft 2020-12) of sweep files.</summary>
public static class SweepSchema
{
    /// <summary>The schema as indented JSON.</summary>
    public static string Write() => SchemaParts.Write(Build(), "CorridorSim sweep", "corridorsim", "id", "base", "factors", "design");

    private static JsonObject Build() => Mapping(new JsonObject
    {
        ["corridorsim"] = Version(),
        ["id"] = Id(),
        ["title"] = Text("title in words"),
        ["description"] = Text("what the sweep asks"),
        ["base"] = Text("scenario file that is varied, beside this file"),
        ["set"] = Named(new JsonObject { ["type"] = new JsonArray("string", "number", "boolean"), ["description"] = "value that replaces one of the base, by path" }),
        ["factors"] = Named(Factor()),
        ["design"] = Design(),
        ["replicates"] = Whole("replicates of each point; those of the base unless told", 1, Experiment.MaxReplicates),
        ["seed"] = Whole("key of all draws; that of the base unless told", 0, 9e15),
        ["paired"] = new JsonObject { ["type"] = "boolean", ["description"] = "whether replicate k has the same random draws at every point; true unless told" },
        ["record"] = Names("indicators to keep of each lane; the compact headline unless told"),
        ["periods"] = Choice("whole", "years", "months"),
        ["goals"] = Named(Interest("threshold")),
        ["parties"] = Named(Mapping(new JsonObject
        {
            ["interests"] = Named(Interest("weight")),
            ["payment-worth"] = Number("worth of a thousand USD to the party, in weighted units", 1e-9, 1e9),
        })),
    });

    private static JsonObject Factor()
    {
        var families = new JsonObject();
        foreach (var (family, (_, count)) in DistributionText.Families)
        {
            families[family] = Numbers(count);
        }

        return Mapping(new JsonObject
        {
            ["path"] = Text("path into the scenario, such as agreements.us-panama.provisions.referrals.places-per-month"),
            ["kind"] = Choice("lever", "uncertainty"),
            ["label"] = Text("what it is, in words"),
            ["values"] = Values("values, or dates for a month"),
            ["range"] = Values("least and greatest value"),
            ["distribution"] = Mapping(families),
            ["steps"] = Whole("levels in a grid when no values are listed", 1, 10_000),
        });
    }

    private static JsonObject Design() => Mapping(new JsonObject
    {
        ["kind"] = Choice([.. SweepFile.Designs.Keys]),
        ["points"] = Whole("points of a sample, rows of a Saltelli matrix, futures of a cross", 1, SweepFile.MostPoints),
        ["trajectories"] = Whole("Morris trajectories", 2, 100_000),
        ["levels"] = Whole("levels of the Morris grid, even", 2, 1000),
        ["rows"] = new JsonObject
        {
            ["type"] = "array",
            ["description"] = "listed points, one value per factor in the order of the file",
            ["items"] = Values("a point"),
        },
    });

    private static JsonObject Interest(string number) => Mapping(new JsonObject
    {
        ["better"] = Choice("more", "less"),
        [number] = number == "weight" ? Number("what a unit is worth", 0, 1e9) : Number("level that has to be met", double.MinValue, double.MaxValue),
    });

    private static JsonObject Values(string meaning) => new()
    {
        ["type"] = "array",
        ["description"] = meaning,
        ["items"] = new JsonObject { ["type"] = new JsonArray("number", "string") },
    };
}
