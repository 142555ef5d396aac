using CorridorSim.Model;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Conditions;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Compilation;

/// <summary>The instruments of several scenarios, with every number in an input of its own.</summary>
internal sealed class InstrumentUnion(WorldDraft world, int variants)
{
    private const string TheFile = "the scenario file";
    private const string OfIndicator = "unit of the indicator";

    private readonly List<UnitedInstrument> _entries = [];
    private readonly Dictionary<Slot, Distribution>[] _settings = [.. Enumerable.Range(0, variants).Select(_ => new Dictionary<Slot, Distribution>())];

    /// <summary>Adds an instrument of a variant.</summary>
    public void Add(InstrumentText text, int variant)
    {
        var path = text.Path;
        var entry = _entries.Find(e => e.Path == path);
        if (entry is null)
        {
            _entries.Add(entry = new UnitedInstrument(path, text));
        }

        entry.Parties.AddRange(text.Parties.Except(entry.Parties));
        Set($"{path}.signed", "month", text.SignedMonth, variant, "month of signature");
        Set($"{path}.sunset", "month", text.Sunset, variant, "month of the end");
        AddConditions(entry, text.Conditions, $"{path}.conditions", -1, variant);
        foreach (var rule in text.Compliance)
        {
            AddCompliance(entry, rule, $"{path}.compliance", variant);
        }

        foreach (var provision in text.Provisions)
        {
            AddProvision(entry, provision, path, variant);
        }
    }

    /// <summary>The instruments, in order of first appearance.</summary>
    public IReadOnlyList<Instrument> Build() => [.. _entries.Select(e => e.Build(world.Slots))];

    /// <summary>What a variant sets.</summary>
    public Dictionary<Slot, Distribution> Settings(int variant) => _settings[variant];

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

    private void AddProvision(UnitedInstrument entry, ProvisionText text, string path, int variant)
    {
        var signature = $"{text.Id}|{text.Lever.Name}|{text.Subject}|{text.Reciprocal}|{text.By}|{text.Terms.Structure}|{text.Counted.Structure}";
        var known = entry.Provisions.Find(p => p.Signature == signature);
        if (known is null)
        {
            var id = Unique(text.Id, entry.Provisions.Select(p => p.Id));
            entry.Provisions.Add(known = new UnitedClause(signature, id, text, $"{path}.provisions.{id}"));
        }

        var own = known.Path;
        var basis = text.IsAssumed ? CommonKeys.Assumption : text.Source;
        known.Size = Set($"{own}.{text.SizeKey}", text.Unit, text.Size.Value, variant, $"size of {entry.Text.Id}/{known.Id}", basis, text.Lever.Minimum, text.Maximum);
        known.From = Set($"{own}.from", "month", text.From, variant, "month from which it is in force");
        known.To = Set($"{own}.to", "month", text.To, variant, "month up to which it is in force");
        known.Ramp = Set(own, ClauseKeys.RampMonths, Units.Months, text.RampMonths, variant);
        known.Fade = Set(own, ClauseKeys.FadeMonths, Units.Months, text.FadeMonths, variant);
        known.Cost = Set(own, ClauseKeys.UnitCost, Units.ThousandUsd, text.UnitCost, variant);
        known.InForce = Present(own, variant, "1 where the scenario has it");
        AddConditions(entry, text.When is { } when ? [when] : [], own, entry.Provisions.IndexOf(known), variant);

        known.Season = SeasonOf(text.Terms, own, variant);
        known.Terms = TermsOf(text, known.Season, own, variant);
        known.Counted = text.Counted.IsAny ? CountedSlots.Of(text.Counted, (key, value, unit, least, most, meaning) => Set($"{own}.{key}", unit, value, variant, meaning, TheFile, least, most)) : null;
        if (text.Lot is { } lot && known.Lot is null)
        {
            known.Lot = OpenLot(lot, $"{entry.Text.Id}/{known.Id}", known.Terms);
        }
    }

    private Season? SeasonOf(ProvisionTerms terms, string own, int variant) => terms.Season is not { } season ? null : new Season(
        Set($"{own}.{ClauseKeys.Season.Name}", ClauseKeys.SeasonFirst, Units.MonthOfYear, season.First, variant),
        Set($"{own}.{ClauseKeys.Season.Name}", ClauseKeys.SeasonLast, Units.MonthOfYear, season.Last, variant));

    private LotTerms? TermsOf(ProvisionText text, Season? season, string own, int variant)
    {
        var terms = text.Terms;
        var isCounted = text.Lot is not null && text.Counted.NeedsCount;
        return !terms.NeedsLot && !isCounted ? null : new LotTerms(
            terms.IsFirstCome,
            Set(own, ClauseKeys.YearStarts, Units.MonthOfYear, terms.YearStarts, variant),
            Set(own, ClauseKeys.CarryOver, Units.Persons, terms.CarryOver?.Value ?? Distribution.Constant(0), variant),
            season,
            terms.GoHomeShare is { } share ? Set(own, ClauseKeys.GoHomeShare, Units.Share, share.Value, variant) : null)
        {
            WindowMonths = terms.IsLottery ? Set(own, ClauseKeys.WindowMonths, Units.Months, terms.WindowMonths?.Value ?? Distribution.Constant(1), variant) : null,
            IsCounted = isCounted,
        };
    }

    private Slot OpenLot(LotText lot, string id, LotTerms? terms)
    {
        var channel = world.Channels[lot.Channel];
        var capacity = LeverTable.All["channel-capacity"];
        var period = terms is { IsYearly: true } ? SizePeriod.Year : SizePeriod.Month;
        var places = Input($"channels.{channel.Id}.lots.{id}.places", capacity.UnitOf(period), Distribution.Constant(0), $"places of {channel.Id} that {id} opens", "none without the provision", capacity.Minimum, capacity.MaximumOf(period));
        world.Channels[lot.Channel] = channel with { Lots = [.. channel.Lots, new ChannelLot(id, places, lot.Communities) { Terms = terms }] };
        return places;
    }

    /// <summary>
    /// Conditions of a variant. What another variant watches in the same way is one condition with other settings; what only one has
    /// is out of force in the others.
    /// </summary>
    private void AddConditions(UnitedInstrument entry, IReadOnlyList<ConditionText> texts, string path, int provision, int variant)
    {
        var free = entry.Conditions.Where(c => c.Provision == provision).ToList();
        foreach (var text in texts)
        {
            var known = free.Find(c => c.Text.Structure == text.Structure);
            if (known is null)
            {
                var taken = entry.Conditions.Where(c => c.Provision == provision).Select(c => c.Path[(path.Length + 1)..]);
                entry.Conditions.Add(known = new UnitedCondition(text, provision, $"{path}.{Unique(text.Key, taken)}"));
            }

            free.Remove(known);
            known.Slots = Settings(known.Path, text, provision, variant);
        }
    }

    private Condition Settings(string path, ConditionText text, int provision, int variant) => new(
        text.Kind,
        provision,
        text.Indicator,
        text.Above,
        Present(path, variant, "1 where the scenario has the condition"),
        Set(path, text.Above ? ConditionKeys.Above : ConditionKeys.Below, OfIndicator, text.Threshold, variant),
        Set($"{path}.release", OfIndicator, ReleaseOf(text), variant, "level at which it lets go, at the threshold at the latest"),
        Set(path, ConditionKeys.ForMonths, Units.Months, text.ForMonths, variant),
        text.Review is { } review ? Settings(path, review, variant) : null);

    // Without a level of its own it follows the threshold, which a sweep may move.
    private static double ReleaseOf(ConditionText text) => text.Release != text.Threshold ? text.Release
        : text.Above ? double.PositiveInfinity : double.NegativeInfinity;

    private ReviewTerms Settings(string path, ReviewText review, int variant) =>
        new(
            Set(path, ConditionKeys.EveryMonths, Units.Months, review.EveryMonths, variant),
            Set(path, review.Scales ? ConditionKeys.ScaleBy : ConditionKeys.ScaleTo, Units.Share, review.Factor, variant),
            review.Scales,
            Set(path, ConditionKeys.AtLeast, Units.Share, review.Least, variant),
            Set(path, ConditionKeys.AtMost, Units.Share, review.Most, variant));

    /// <summary>The slot that is 1 in the variants that have something, otherwise 0.</summary>
    private Slot Present(string path, int variant, string meaning)
    {
        var slot = Input($"{path}.in-force", Units.Share, Distribution.Constant(0), meaning, "a scenario has it or not", 0, 1);
        _settings[variant][slot] = Distribution.Constant(1);
        return slot;
    }

    private void AddCompliance(UnitedInstrument entry, ComplianceText text, string path, int variant)
    {
        var known = entry.Compliance.Find(c => c.Text.Structure == text.Structure);
        if (known is null)
        {
            var code = world.CountryCodes[text.Party.Index];
            var taken = entry.Compliance.Select(c => c.Path[(path.Length + 1)..]);
            entry.Compliance.Add(known = new UnitedCompliance(text, $"{path}.{Unique(code, taken)}"));
        }

        var own = known.Path;
        known.Capacity = Set(own, ConditionKeys.Capacity, OfIndicator, text.Capacity, variant, CommonKeys.Assumption);
        known.Sensitivity = Set(own, ConditionKeys.Sensitivity, Units.Share, text.Sensitivity, variant);
        known.AdaptationMonths = Set(own, ConditionKeys.AdaptationMonths, Units.Months, text.AdaptationMonths, variant);
        known.Least = Set(own, ConditionKeys.Least, Units.Share, text.Least, variant);
        known.InForce = Present(own, variant, "1 where the scenario has the rule");
    }

    private Slot Set(string above, FileKey key, string unit, double value, int variant) => Set(above, key, unit, Distribution.Constant(value), variant);

    /// <summary>What a key of the file says, within the bounds of the key.</summary>
    private Slot Set(string above, FileKey key, string unit, Distribution value, int variant, string source = TheFile)
    {
        var (least, greatest) = key.Bounds();
        return Set($"{above}.{key.Name}", unit, value, variant, key.Meaning, source, least, greatest);
    }

    private Slot Set(string path, string unit, double value, int variant, string meaning) =>
        Set(path, unit, Distribution.Constant(value), variant, meaning, TheFile, double.NegativeInfinity, double.PositiveInfinity);

    private Slot Set(string path, string unit, Distribution value, int variant, string meaning, string source, double minimum, double maximum)
    {
        var slot = Input(path, unit, value, meaning, source, minimum, maximum);
        if (world.Slots[slot].Value != value)
        {
            _settings[variant][slot] = value;
        }

        return slot;
    }

    private Slot Input(string path, string unit, Distribution value, string meaning, string source, double minimum, double maximum) =>
        world.Slots.TryFind(path, out var slot)
            ? slot
            : world.Slots.Add(new InputSlot(
                path, unit, value, minimum, maximum, meaning, source == CommonKeys.Assumption ? InputBasis.Assumed : InputBasis.Published, source, source == CommonKeys.Assumption ? "low" : "high"));
}
