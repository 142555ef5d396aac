using System.Text.RegularExpressions;
using CorridorSim.Analysis.Words;
using CorridorSim.Model;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Dashboard.Knobs;

/// <summary>Finds the sliders of a scenario: sizes of provisions and measures, and the parameters of behaviour.</summary>
public static partial class KnobBook
{
    private static readonly Dictionary<string, string> WorldGroups = new()
    {
        ["behaviour"] = "How people decide",
        ["communities"] = "Who would consider to move",
        ["nationality"] = "Wish to move, by nationality",
    };

    /// <summary>The sliders, in order: what the scenario adds, other policy, the world.</summary>
    public static IReadOnlyList<Knob> Of(CompiledScenario compiled)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        var policy = compiled.Scenario.Instruments.SelectMany(i => i.Provisions.SelectMany(p => Policy(compiled, i, p) is { } size ? [size, .. TermKnobs.Of(compiled, p, size)] : Array.Empty<Knob>()).Concat(ConditionKnobs.Of(compiled, i)));
        return [.. policy.OrderByDescending(k => k.IsOwn), .. World(compiled)];
    }

    private static Knob? Policy(CompiledScenario compiled, InstrumentText instrument, ProvisionText provision)
    {
        var path = instrument.PathOf(provision);
        if (!compiled.World.Slots.TryFind(path, out var slot) || provision.Unit == Units.TrueOrFalse)
        {
            return null;
        }

        var size = provision.Size;
        var (low, high) = size.Range is { Count: 2 } range ? (range[0], range[1]) : Around(size.Value.Central, provision.Lever.Minimum, provision.Maximum);
        var inFile = instrument.IsAgreement ? $"{path}" : $"{instrument.Path}.{provision.Id}.{provision.SizeKey}";
        return Valid(new Knob
        {
            Path = path,
            Slot = slot,
            Setting = size.Item is YamlMap ? $"{inFile}.value" : inFile,
            Kind = KnobKind.Policy,
            Group = instrument.Title,
            IsOwn = compiled.Parent is null || compiled.Parent.Instruments.All(i => i.Id != instrument.Id || i.Provisions.All(p => p.Id != provision.Id)),
            Label = $"{provision.Name}: {provision.Lever.Meaning}{Where(compiled, provision)}",
            Unit = provision.Unit,
            Default = size.Value.Central,
            Minimum = low,
            Maximum = high,
            Lowest = provision.Lever.Minimum,
            Highest = provision.Maximum,
            Today = TodaysValue.Of(compiled, provision),
            Source = provision.IsAssumed ? "assumed, not published" : $"published: {provision.Source}",
            IsUncertain = size.Value.Kind != DistributionKind.Constant,
        });
    }

    private static IEnumerable<Knob> World(CompiledScenario compiled)
    {
        var slots = compiled.World.Slots.Slots;
        return Enumerable.Range(0, slots.Count)
            .Where(s => WorldGroups.ContainsKey(slots[s].Path.Split('.')[0]) && slots[s].Value.Kind != DistributionKind.Sample)
            .Select(s => World(compiled, new Slot(s), slots[s])).OfType<Knob>()
            .OrderBy(k => Array.IndexOf([.. WorldGroups.Values], k.Group)).ThenByDescending(k => k.IsUncertain);
    }

    private static Knob? World(CompiledScenario compiled, Slot slot, InputSlot info)
    {
        var value = compiled.Scenario.Assumptions.GetValueOrDefault(info.Path, info.Value);
        var (low, high) = value.Kind switch
        {
            DistributionKind.Triangular => (value.A, value.C),
            DistributionKind.Uniform => (value.A, value.B),
            DistributionKind.Constant => Around(value.A, info.Minimum, info.Maximum),
            _ => (value.Quantile(0.01), value.Quantile(0.99)),
        };
        return Valid(new Knob
        {
            Path = info.Path,
            Slot = slot,
            Setting = $"assumptions.{info.Path}",
            Kind = KnobKind.World,
            Group = WorldGroups[info.Path.Split('.')[0]],
            IsOwn = false,
            Label = Meaning(compiled, info.Meaning),
            Unit = info.Unit == "1" ? string.Empty : info.Unit,
            Default = value.Central,
            Minimum = Math.Max(low, info.Minimum),
            Maximum = Math.Min(high, info.Maximum),
            Lowest = info.Minimum,
            Highest = info.Maximum,
            Source = $"{info.Basis switch { InputBasis.Fitted => "fitted", InputBasis.Published => "published", InputBasis.Assumed => "assumed", _ => "to be verified" }}: {info.Source}",
            IsUncertain = value.Kind != DistributionKind.Constant,
        });
    }

    // Nothing states how far such a value may be off: half to double it, or a small step where it is zero.
    internal static (double Low, double High) Around(double value, double least, double greatest)
    {
        var (a, b) = value == 0 ? (least == double.NegativeInfinity || least < -1 ? -1 : least, Math.Min(1, greatest)) : (value / 2, value * 2);
        return (Math.Max(least, Math.Min(a, b)), Math.Min(greatest, Math.Max(a, b)));
    }

    internal static Knob? Valid(Knob knob) =>
        double.IsFinite(knob.Default) && double.IsFinite(knob.Minimum) && double.IsFinite(knob.Maximum) && knob.Maximum > knob.Minimum
            ? knob with { Minimum = Math.Min(knob.Minimum, knob.Default), Maximum = Math.Max(knob.Maximum, knob.Default) }
            : null;

    /// <summary>What a provision is about, as people name it: channel, country, leg or border, and nationalities.</summary>
    private static string Where(CompiledScenario compiled, ProvisionText provision)
    {
        const int MostNamed = 5;
        var places = new PlaceWords(compiled.Experiment.World);
        string[] subjects = provision.Lot is { } lot
            ? [places.Channel(compiled.World.Channels[lot.Channel].Id)]
            : [.. provision.Targets.Select(t => places.Place(t.Split('.').ElementAtOrDefault(1) ?? string.Empty)).Distinct()];
        string[] nationalities = [.. provision.Targets.Select(t => t.Split('.')).Where(t => t.Length > 3).Select(t => places.Nationality(t[2])).Distinct()];
        var subject = PlaceWords.Few(subjects.Where(s => s.Length > 0), MostNamed);
        return subject.Length == 0 ? string.Empty
            : nationalities.Length == 0 ? $" ({subject})"
            : $" ({subject}: {PlaceWords.Few(nationalities, MostNamed)})";
    }

    /// <summary>The meaning of an input of the world, with names in place of the codes of countries.</summary>
    private static string Meaning(CompiledScenario compiled, string meaning) => CodeIn().Replace(meaning, code =>
        compiled.World.Countries.FirstOrDefault(c => c.Code == code.Value)?.Name ?? code.Value);

    [GeneratedRegex(@"\b[A-Z]{3}\b")]
    private static partial Regex CodeIn();
}
