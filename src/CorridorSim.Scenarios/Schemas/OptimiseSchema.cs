using System.Text.Json.Nodes;
using CorridorSim.Model.Engine;
using CorridorSim.Scenarios.Optimisation;
using static CorridorSim.Scenarios.Schemas.SchemaParts;

namespace CorridorSim.Scenarios.Schemas;

/// <summary>The JSON Schema (draft 2020-12) of <c>*.optimise.yaml</c>.</summary>
public static class OptimiseSchema
{
    /// <summary>The schema as indented JSON.</summary>
    public static string Write()
    {
        var root = Mapping(new JsonObject
        {
            ["corridorsim"] = Version(),
            ["id"] = Id(),
            ["title"] = Text("title in words"),
            ["description"] = Text("what is sought"),
            ["base"] = Text("scenario file, named from the folder of this one, whose clauses are set"),
            ["replicates"] = Whole("replicates of each candidate", 1, Experiment.MaxReplicates),
            ["seed"] = Whole("key of all draws", 0, 9e15),
            ["levers"] = Named(Lever()),
            ["budgets"] = Named(Budget()),
            ["goals"] = Named(Goal()),
            ["constraints"] = Named(Constraint()),
            ["search"] = Search(),
        });
        return SchemaParts.Write(root, "CorridorSim search for the best settings", "corridorsim", "id", "base", "levers", "goals");
    }

    private static JsonObject Lever()
    {
        var lever = Mapping(new JsonObject
        {
            ["path"] = Text("size of a clause, such as agreements.us-panama.referrals.places-per-month"),
            ["range"] = Numbers(2),
            ["step"] = Number("distance of settings; a two-hundredth of the range when left out"),
        });
        lever["required"] = new JsonArray("path", "range");
        return lever;
    }

    private static JsonObject Budget()
    {
        var weight = new JsonObject
        {
            ["anyOf"] = new JsonArray(
                Number("cost of a unit"),
                Mapping(new JsonObject { ["per-unit"] = Number("cost of a unit"), ["from"] = Number("setting that costs nothing") })),
        };
        var budget = Mapping(new JsonObject
        {
            ["at-most"] = Number("limit of the sum of weight times (setting - from)"),
            ["unit"] = Text("unit of the limit, in words"),
            ["weights"] = Named(weight),
        });
        budget["required"] = new JsonArray("at-most", "weights");
        return budget;
    }

    private static JsonObject Goal()
    {
        var goal = Mapping(new JsonObject
        {
            ["better"] = Choice("less", "more"),
            ["at"] = Months(),
            ["statistic"] = Choice("mean", "median"),
        });
        goal["required"] = new JsonArray("better");
        goal["description"] = "the key is an indicator, such as deaths or irregular-entries:COL>PAN";
        return goal;
    }

    private static JsonObject Constraint()
    {
        var constraint = Mapping(new JsonObject
        {
            ["indicator"] = Text("an indicator"),
            ["at"] = Months(),
            ["below"] = Number("level that it must stay below"),
            ["above"] = Number("level that it must stay above"),
            ["of"] = Choice("level", "change"),
            ["probability"] = SchemaParts.Number("share of the replicates in which it must hold; 0.9 when left out", 0.01, 1),
        });
        constraint["required"] = new JsonArray("indicator");
        constraint["oneOf"] = new JsonArray(new JsonObject { ["required"] = new JsonArray("below") }, new JsonObject { ["required"] = new JsonArray("above") });
        return constraint;
    }

    private static JsonObject Search() => Mapping(new JsonObject
    {
        ["method"] = Choice([.. OptimiseFile.Methods.Keys]),
        ["population"] = Whole("candidates of a generation", 4, 10_000),
        ["generations"] = Whole("the most generations", 1, 10_000),
        ["check-replicates"] = Whole("replicates with new random draws on which the outcome is checked; 0 for no check", 0, Experiment.MaxReplicates),
    });

    private static JsonObject Number(string meaning) => SchemaParts.Number(meaning, double.MinValue, double.MaxValue);

    private static JsonObject Months() => new()
    {
        ["type"] = new JsonArray("string", "integer"),
        ["description"] = "months: 2024, 2024-03 or 2023-10..2024-03; the whole horizon when left out",
    };
}
