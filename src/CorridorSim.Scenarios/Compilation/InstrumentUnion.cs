using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Worlds;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Compilation;

/// <summary>The instruments of several scenarios, with every number in an input of its own.</summary>
internal sealed class InstrumentUnion(WorldDraft world, int variants)
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<int, Distribution>[] _settings = [.. Enumerable.Range(0, variants).Select(_ => new Dictionary<int, Distribution>())];

    /// <summary>Adds an instrument of a variant.</summary>
    public void Add(InstrumentText text, int variant)
    {
        var compliance = text.Compliance.Select(c => $"{c.Party} {c.Inflow} {c.FinancedBy}");
        var signature = $"{text.Id}|{string.Join(';', text.Conditions.Select(Words))}|{string.Join(';', compliance)}";
        var entry = _entries.Find(e => e.Signature == signature);
        if (entry is null)
        {
            var id = Unique(text.Id, _entries.Select(e => e.Id));
            _entries.Add(entry = new Entry(signature, id, text));
        }

        var path = text.IsAgreement ? $"agreements.{entry.Id}" : $"measures.{entry.Id[..^"-measures".Length]}";
        Set($"{path}.signed", "month", text.SignedMonth, variant, "month of signature");
        Set($"{path}.sunset", "month", text.Sunset, variant, "month of the end");
        for (var c = 0; c < text.Conditions.Count; c++)
        {
            AddCondition(entry, text.Conditions[c], $"{path}.conditions.{c}", -1, variant);
        }

        foreach (var rule in text.Compliance)
        {
            AddCompliance(entry, rule, $"{path}.compliance.{world.CountryCodes[rule.Party]}", variant);
        }

        foreach (var provision in text.Provisions)
        {
            AddProvision(entry, provision, path, variant);
        }
    }

    /// <summary>The instruments, in order of first appearance.</summary>
    public IReadOnlyList<Instrument> Build() => [.. _entries.Select(Build)];

    /// <summary>What a variant sets.</summary>
    public Dictionary<int, Distribution> Settings(int variant) => _settings[variant];

    private static string Unique(string id, IEnumerable<string> taken)
    {
        var names = taken.ToHashSet();
        var name = id;
        for (var n = 2; !names.Add(name); n++)
        {
            name = FormattableString.Invariant($"{id}-{n}");
        }

        return name;
    }

    private void AddProvision(Entry entry, ProvisionText text, string path, int variant)
    {
        var signature = $"{text.Id}|{text.Lever.Name}|{text.Subject}|{text.Reciprocal}|{text.By}|{(text.When is { } rule ? Words(rule) : string.Empty)}";
        var known = entry.Provisions.Find(p => p.Signature == signature);
        if (known is null)
        {
            var id = Unique(text.Id, entry.Provisions.Select(p => p.Id));
            entry.Provisions.Add(known = new Clause(signature, id, text, $"{path}.provisions.{id}"));
        }

        var own = known.Path;
        var basis = text.IsAssumed ? "assumption" : text.Source;
        known.Size = Set($"{own}.{text.Lever.SizeKey}", text.Lever.Unit, text.Size.Value, variant, $"size of {entry.Id}/{known.Id}", basis, text.Lever.Minimum, text.Lever.Maximum);
        known.From = Set($"{own}.from", "month", text.From, variant, "month from which it is in force");
        known.To = Set($"{own}.to", "month", text.To, variant, "month up to which it is in force");
        known.Ramp = Set($"{own}.ramp-months", "months", text.RampMonths, variant, "months over which it grows");
        known.Fade = Set($"{own}.fade-months", "months", text.FadeMonths, variant, "months over which it fades");
        known.Cost = Set($"{own}.unit-cost-kusd", "thousand USD", text.UnitCost, variant, "cost per unit and month");
        known.InForce = Slot($"{own}.in-force", "share", Distribution.Constant(0), "1 where the scenario has it", "a scenario has it or not", 0, 1);
        _settings[variant][known.InForce] = Distribution.Constant(1);
        if (text.When is { } when)
        {
            AddCondition(entry, when, $"{own}.when", entry.Provisions.IndexOf(known), variant);
        }

        if (text.Lot is { } lot && known.Lot < 0)
        {
            known.Lot = OpenLot(lot, $"{entry.Id}/{known.Id}");
        }
    }

    private int OpenLot(LotText lot, string id)
    {
        var channel = world.Channels[lot.Channel];
        var places = Slot($"channels.{channel.Id}.lots.{id}.places", "persons/month", Distribution.Constant(0), $"places of {channel.Id} that {id} opens", "none without the provision", 0, 1e6);
        world.Channels[lot.Channel] = channel with { Lots = [.. channel.Lots, new ChannelLot(id, places, lot.Communities)] };
        return places;
    }

    private void AddCondition(Entry entry, ConditionText text, string path, int provision, int variant)
    {
        var condition = new Condition(
            text.Kind,
            provision,
            text.Indicator,
            text.Above,
            Set($"{path}.threshold", "unit of the indicator", text.Threshold, variant, "level at which the condition acts"),
            Set($"{path}.release", "unit of the indicator", text.Release, variant, "level at which it lets go"),
            Set($"{path}.for-months", "months", text.ForMonths, variant, "months the level must be passed"),
            Set($"{path}.every-months", "months", text.EveryMonths, variant, "review period"),
            Set($"{path}.scale-to", "share", text.ScaleTo, variant, "weight after a review"));
        if (entry.Conditions.All(c => c.Threshold != condition.Threshold))
        {
            entry.Conditions.Add(condition);
        }
    }

    private static string Words(ConditionText c) => $"{c.Kind} {c.Indicator} {c.Above}";

    private void AddCompliance(Entry entry, ComplianceText text, string path, int variant)
    {
        var rule = new ComplianceSlots(
            text,
            Set($"{path}.capacity", "unit of the indicator", text.Capacity, variant, "what the party can carry by itself", "assumption", 0, 1e9),
            Set($"{path}.sensitivity", "share", text.Sensitivity, variant, "compliance lost per part of inflow above capacity"),
            Set($"{path}.adaptation-months", "months", text.AdaptationMonths, variant, "months over which compliance follows the load"),
            Set($"{path}.least", "share", text.Least, variant, "compliance it never falls below"));
        if (entry.Compliance.All(c => c.Capacity != rule.Capacity))
        {
            entry.Compliance.Add(rule);
        }
    }

    private static Compliance Build(Entry entry, ComplianceSlots rule) => new(
        rule.Text.Party,
        rule.Text.Inflow,
        rule.Capacity,
        rule.Sensitivity,
        rule.AdaptationMonths,
        rule.Least,
        entry.Provisions.FindIndex(p => p.Text.Id == rule.Text.FinancedBy));

    private Instrument Build(Entry entry)
    {
        var path = entry.Text.IsAgreement ? $"agreements.{entry.Id}" : $"measures.{entry.Id[..^"-measures".Length]}";
        _ = world.Slots.TryFind($"{path}.signed", out var signed);
        _ = world.Slots.TryFind($"{path}.sunset", out var sunset);
        return new Instrument(
            entry.Id,
            entry.Text.Title,
            entry.Text.IsAgreement,
            entry.Text.Parties,
            entry.Text.Source,
            signed,
            sunset,
            [.. entry.Provisions.Select(p => Build(entry, p))],
            entry.Conditions)
        {
            Compliance = [.. entry.Compliance.Select(c => Build(entry, c))],
        };
    }

    private Provision Build(Entry entry, Clause clause) => new(
        clause.Id,
        clause.Text.Lever.Name,
        [.. Targets(clause)],
        clause.Text.Lever.Combination,
        clause.Size,
        clause.InForce,
        clause.From,
        clause.To,
        clause.Ramp,
        clause.Fade,
        entry.Text.Parties.ToList().IndexOf(clause.Text.By),
        entry.Provisions.FindIndex(p => p.Text.Id == clause.Text.Reciprocal),
        clause.Cost,
        clause.Text.Payer,
        clause.Text.Announcement);

    private IEnumerable<int> Targets(Clause clause)
    {
        if (clause.Lot >= 0)
        {
            yield return clause.Lot;
        }

        foreach (var path in clause.Text.Targets)
        {
            _ = world.Slots.TryFind(path, out var slot);
            yield return slot;
        }
    }

    private int Set(string path, string unit, double value, int variant, string meaning) =>
        Set(path, unit, Distribution.Constant(value), variant, meaning, "the scenario file", double.NegativeInfinity, double.PositiveInfinity);

    private int Set(string path, string unit, Distribution value, int variant, string meaning, string source, double minimum, double maximum)
    {
        var slot = Slot(path, unit, value, meaning, source, minimum, maximum);
        if (world.Slots.Slots[slot].Value != value)
        {
            _settings[variant][slot] = value;
        }

        return slot;
    }

    private int Slot(string path, string unit, Distribution value, string meaning, string source, double minimum, double maximum) =>
        world.Slots.TryFind(path, out var slot)
            ? slot
            : world.Slots.Add(new InputSlot(
                path, unit, value, minimum, maximum, meaning, source == "assumption" ? InputBasis.Assumed : InputBasis.Published, source, source == "assumption" ? "low" : "high"));

    private sealed record Entry(string Signature, string Id, InstrumentText Text)
    {
        public List<Clause> Provisions { get; } = [];

        public List<Condition> Conditions { get; } = [];

        public List<ComplianceSlots> Compliance { get; } = [];
    }

    private sealed record ComplianceSlots(ComplianceText Text, int Capacity, int Sensitivity, int AdaptationMonths, int Least);

    private sealed record Clause(string Signature, string Id, ProvisionText Text, string Path)
    {
        public int Size { get; set; }

        public int InForce { get; set; }

        public int From { get; set; }

        public int To { get; set; }

        public int Ramp { get; set; }

        public int Fade { get; set; }

        public int Cost { get; set; }

        public int Lot { get; set; } = -1;
    }
}
