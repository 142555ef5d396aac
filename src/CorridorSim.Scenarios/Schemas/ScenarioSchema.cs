using System.Text.Json.Nodes;
using CorridorSim.Model.Engine;
using CorridorSim.Scenarios.Levers;
using static CorridorSim.Scenarios.Schemas.SchemaParts;

namespace CorridorSim.Scenarios.Schemas;

/// <summary>The JSON Schema (draft 2020-12) of scenario files, made from the same table of levers as the checks.</summary>
public static class ScenarioSchema
{
    /// <summary>The schema as indented JSON.</summary>
    public static string Write() => SchemaParts.Write(Build(), "CorridorSim scenario", "corridorsim", "id");

    private static JsonObject Build()
    {
        var root = Mapping(new JsonObject
        {
            ["corridorsim"] = Version(),
            ["id"] = Id(),
            ["title"] = Text("title in words"),
            ["description"] = Text("what the scenario asks"),
            ["extends"] = Text("scenario file in the same folder or below it; this file states only what differs"),
            ["world"] = Text("folder of the world"),
            ["horizon"] = Mapping(new JsonObject { ["from"] = Date("first month"), ["to"] = Date($"last month, inclusive; at most {Experiment.MaxMonths} months") }),
            ["ensemble"] = Mapping(new JsonObject { ["replicates"] = Whole("draws of uncertain inputs", 1, Experiment.MaxReplicates), ["seed"] = Whole("key of all draws", 0, 9e15) }),
            ["assumptions"] = Named(Size("value or distribution of a world parameter", double.MinValue, double.MaxValue)),
            ["measures"] = Named(Named(Reference("provision"))),
            ["agreements"] = Named(Agreement()),
            ["include"] = Included(),
            ["dose"] = Choice("promised", "delivered"),
            ["outputs"] = Mapping(new JsonObject { ["headline"] = Text("default"), ["record"] = Choice("headline", "flows", "full"), ["step"] = Choice("week", "month", "quarter") }),
        });
        root["$defs"] = new JsonObject { ["provision"] = Provision() };
        return root;
    }

    private static JsonObject Provision() => new()
    {
        ["type"] = new JsonArray("object", "null"),
        ["properties"] = new JsonObject { ["lever"] = Choice([.. LeverTable.All.Keys]) },
        ["allOf"] = new JsonArray([.. LeverTable.All.Values.Select(l => (JsonNode)new JsonObject
        {
            ["if"] = new JsonObject
            {
                ["properties"] = new JsonObject { ["lever"] = new JsonObject { ["const"] = l.Name } },
                ["required"] = new JsonArray("lever"),
            },
            ["then"] = OfLever(l),
        })]),
    };

    private static JsonObject OfLever(LeverDefinition lever)
    {
        var keys = new JsonObject
        {
            ["lever"] = Text(lever.Meaning),
            ["title"] = Text("title in words"),
            ["from"] = Date("in force from"),
            ["to"] = Date("in force up to, exclusive"),
            ["ramp-months"] = Number("grows linearly over", 0, 240),
            ["fade-months"] = Number("fades linearly over", 0, 240),
            ["delay-months"] = Number("months from the date to the effect", 0, 240),
            ["when"] = Condition(),
            ["by"] = Text("party that delivers it"),
            ["reciprocal"] = Text("provision whose delivery scales this one"),
            ["payer"] = Text("country that pays"),
            ["unit-cost-kusd"] = Number("cost per unit and month, thousand USD", 0, 1e4),
            ["basis"] = Choice("published", "assumption"),
            ["source"] = Text("where the size is published"),
            ["quantity"] = Text("what the text of the agreement promises, in words"),
            ["delivered"] = Delivered(),
            [lever.SizeKey] = Size($"{lever.Meaning}; {lever.Unit}", lever.Minimum, lever.Maximum),
        };
        AddTerms(keys, lever);
        foreach (var subject in lever.SubjectKeys)
        {
            keys[subject] = Names(subject);
        }

        return Mapping(keys);
    }

    private static void AddTerms(JsonObject keys, LeverDefinition lever)
    {
        keys["season"] = Mapping(new JsonObject { ["first"] = MonthOfYear("first month in force"), ["last"] = MonthOfYear("last month in force, inclusive") });
        if (lever.YearlyKey is { } yearly)
        {
            keys[yearly] = Size($"{lever.Meaning}; {lever.UnitOf(SizePeriod.Year)}", lever.Minimum, lever.MaximumOf(SizePeriod.Year));
            keys["spread"] = Choice("evenly", "first-come", "lottery");
            keys["year-starts"] = MonthOfYear("month in which the years of first-come places begin; that of 'from' when left out");
        }

        if (lever.StockKey is { } stock)
        {
            keys[stock] = Size($"{lever.Meaning}, in use at a time until they are left; {lever.UnitOf(SizePeriod.Stock)}", lever.Minimum, lever.MaximumOf(SizePeriod.Stock));
        }

        foreach (var key in CountedKeys.Of(lever))
        {
            keys[key.Name] = KeyTable.Schema(key.Takes, key.Meaning);
        }

        if (lever.HasPlaces)
        {
            keys["window-months"] = Size("months for which people may apply before places are drawn, with 'spread: lottery'; 1 when left out", 0, 11);
            keys["carry-over"] = Size("unused places that are carried over at most; persons", 0, 1.2e7);
            keys["go-home-share"] = Size("share of the admitted who go home when the season ends; the others settle", 0, 1);
        }
    }

    private static JsonObject Included()
    {
        var file = Text("file with agreements in the same folder or below it");
        return new JsonObject
        {
            ["description"] = "files with agreements that are laid below what the scenario says",
            ["type"] = new JsonArray("array", "string", "object"),
            ["items"] = new JsonObject { ["anyOf"] = new JsonArray(file, Mapping(new JsonObject { ["file"] = file.DeepClone(), ["with"] = Named(Text("what takes the place of a name such as $host")) })) },
        };
    }

    private static JsonObject Delivered() => Mapping(new JsonObject
    {
        ["monthly"] = Named(Number("persons in that month", 0, 1e9)),
        ["cumulative"] = Named(Number("persons in all up to that date", 0, 1e9)),
        ["source"] = Text("who counted"),
    });

    private static JsonObject MonthOfYear(string meaning) =>
        new() { ["type"] = new JsonArray("integer", "string"), ["description"] = $"{meaning}: 1 to 12, or its English name such as apr" };

    private static JsonObject Agreement() => Mapping(new JsonObject
    {
        ["title"] = Text("title in words"),
        ["parties"] = Names("two or more countries"),
        ["signed"] = Date("date of signature"),
        ["source"] = Text("where the text is published"),
        ["provisions"] = Named(Reference("provision")),
        ["conditions"] = Mapping(new JsonObject
        {
            ["in-force-when"] = OneOrMore(Condition()),
            ["suspend-when"] = OneOrMore(Condition()),
            ["review"] = OneOrMore(Review()),
            ["sunset"] = Date("date of the end"),
        }),
        ["compliance"] = Named(Mapping(With(Watched(), new JsonObject
        {
            ["capacity"] = Size("what the party can carry by itself, in the unit of the indicator", 0, 1e9),
            ["sensitivity"] = Number("compliance lost per part of inflow above capacity", 0, 100),
            ["adaptation-months"] = Number("months over which compliance follows the load", 0, 240),
            ["least"] = Number("compliance it never falls below", 0, 1),
            ["financed-by"] = Text("provision whose delivered size adds to the capacity"),
        }))),
    });

    private static JsonObject Condition() => Mapping(With(Watched(), new JsonObject
    {
        ["above"] = Number("acts above", 0, 1e9),
        ["below"] = Number("acts below", 0, 1e9),
        ["release"] = Number("lets go at", 0, 1e9),
        ["for-months"] = Number("months the level must be passed", 0, 120),
    }));

    private static JsonObject Review()
    {
        var review = Condition();
        review["properties"] = With(review["properties"]!.DeepClone().AsObject(), new JsonObject
        {
            ["every-months"] = Number("months between reviews", 1, Experiment.MaxMonths),
            ["scale-to"] = Size("weight after a review", 0, 10),
            ["scale-by"] = Size("factor on the weight at each review", 0, 10),
            ["at-least"] = Number("weight that no review goes below", 0, 10),
            ["at-most"] = Number("weight that no review goes above", 0, 10),
        });
        return review;
    }

    private static JsonObject With(JsonObject keys, JsonObject more)
    {
        foreach (var (key, value) in more.ToArray())
        {
            keys[key] = value!.DeepClone();
        }

        return keys;
    }

    private static JsonObject Watched() => new()
    {
        ["indicator"] = Text("series that is watched"),
        ["leg"] = Text("passage between two countries"),
        ["border"] = Text("border"),
        ["channel"] = Text("channel"),
        ["country"] = Text("country"),
        ["nationality"] = Text("nationality; all when left out"),
    };
}
