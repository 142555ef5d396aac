using System.Globalization;
using CorridorSim.Analysis.Words;
using CorridorSim.Dashboard.Shared.Frame;
using CorridorSim.Dashboard.Shared.Words;
using CorridorSim.Model;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Levers;

namespace CorridorSim.Dashboard.Pages.Dictionary;

/// <summary>The dictionary of a scenario and its world.</summary>
internal static class DictionaryEntries
{
    /// <summary>All entries, by kind.</summary>
    public static IReadOnlyList<DictionaryEntry> Of(CompiledScenario compiled)
    {
        var world = compiled.Experiment.World;
        var places = new PlaceWords(world);
        return
        [
            .. Variables(compiled),
            .. world.Channels.Select(c => new DictionaryEntry(
                c.Id, "Legal channels", $"{places.Channel(c.Id)} \u00b7 {c.Id}", $"{c.Kind.InWords()} into {world.Countries[c.Country.Index].Name}; people arrive as {c.Status}", Facts(world.Slots[c.ApprovalShare.Index]))),
            .. world.Routes.Select(r => new DictionaryEntry(
                r.Id, "Irregular routes", $"{PlaceWords.Route(r.Id)} \u00b7 {r.Id}", $"irregular route to the {places.Border(world.Borders[r.Border].Id)}: {Steps(world, places, r)}", Facts(world.Slots[r.Dread.Index]))),
            .. LeverTable.All.Values.Select(l => new DictionaryEntry(
                l.Name, "Levers", l.Name, l.Meaning, string.Create(CultureInfo.InvariantCulture, $"unit {l.Unit}; {l.Minimum:0.###} to {l.Maximum:#,0.###}"))),
            .. world.Nationalities.Select(n => new DictionaryEntry(
                DictionaryAddress.NationalityId(n.Code), "Nationalities", $"{places.Nationality(n.Code)} ({n.Code})", $"people of this nationality, wherever they are{Home(world, n)}", Facts(world.Slots[n.Pull.Index]))),
            .. world.Countries.Select(c => new DictionaryEntry(c.Code, "Countries", $"{c.Name} ({c.Code})", "a country, or several far away taken together", Facts(world.Slots[c.Population.Index]))),
            .. world.Slots.Where(s => !s.Path.StartsWith("routes.", StringComparison.Ordinal) && !s.Path.StartsWith("entries.", StringComparison.Ordinal))
                .Select(s => new DictionaryEntry(s.Path, "Parameters", s.Path, s.Meaning, Facts(s))),
        ];
    }

    private static IEnumerable<DictionaryEntry> Variables(CompiledScenario compiled) =>
        BlockPlan.Compile(compiled.Experiment).AllSeries.GroupBy(s => s.Key.Variable).Select(g => new DictionaryEntry(
            g.Key, "Indicators", g.Key.InWords(), IndicatorCatalogue.Of(g.Key).Meaning, $"{Unit(g.Select(s => s.Unit))}; {Texts.Count(g.Select(s => s.Key.Where).Distinct().Count(), "place", "places")}"))
            .Concat(IndicatorCatalogue.WorkedOut.Select(i => new DictionaryEntry(i.Name, "Indicators", i.Name.InWords(), i.Meaning, $"unit {i.Unit}; worked out from {string.Join(", ", i.Needs.Select(n => n.InWords()))}")));

    private static string Home(Model.Worlds.WorldPlan world, Model.Worlds.Nationality nationality) =>
        world.Countries[world.Communities[nationality.HomeCommunity.Index].Country.Index] is var home && home.Code == nationality.Code ? $"; home is {home.Name}" : string.Empty;

    private static string Unit(IEnumerable<string> units) => units.Distinct().ToArray() is [var unit] ? $"unit {unit}" : "unit that of each lever";

    private static string Steps(Model.Worlds.WorldPlan world, PlaceWords places, Model.Worlds.Route route) =>
        route.Legs.Count == 0 ? "people arrive at the border itself" : string.Join(", ", route.Legs.Select(l => places.Leg(world.Legs[l.Index].Id)));

    private static string Facts(InputSlot slot) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Value(slot.Value)} {(slot.Unit == "1" ? string.Empty : slot.Unit)}{Bounds(slot)}; {BasisWords.Of(slot.Basis)}: {slot.Source}; {slot.Confidence.ToString().ToLowerInvariant()} confidence");

    private static string Bounds(InputSlot slot) =>
        double.IsFinite(slot.Minimum) && double.IsFinite(slot.Maximum) ? $"; valid from {Numbers.Plain(slot.Minimum)} to {Numbers.Plain(slot.Maximum)}" : string.Empty;

    private static string Value(Distribution value) => value.Kind switch
    {
        DistributionKind.Constant => Numbers.Plain(value.A),
        DistributionKind.Triangular => $"most likely {Numbers.Plain(value.B)}, {Numbers.Plain(value.A)} to {Numbers.Plain(value.C)}",
        DistributionKind.Uniform => $"{Numbers.Plain(value.A)} to {Numbers.Plain(value.B)}",
        DistributionKind.Sample => "drawn from a joint sample",
        _ => $"about {Numbers.Plain(value.Central)}",
    };
}

/// <summary>One thing that a page may name.</summary>
/// <param name="Id">Identifier, as in files and addresses.</param>
/// <param name="Kind">Kind in words.</param>
/// <param name="Name">Name.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Facts">Unit, range and source; may be empty.</param>
public sealed record DictionaryEntry(string Id, string Kind, string Name, string Meaning, string Facts);
