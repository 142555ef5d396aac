using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Conditions;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Compilation;

/// <summary>An instrument as several scenarios state it: what differs between them is in inputs, or stands beside each other.</summary>
internal sealed record UnitedInstrument(string Path, InstrumentText Text)
{
    public List<CountryIndex> Parties { get; } = [];

    public List<UnitedClause> Provisions { get; } = [];

    public List<UnitedCondition> Conditions { get; } = [];

    public List<UnitedCompliance> Compliance { get; } = [];

    /// <summary>Indices of the provisions of a name: one for each way in which variants state it.</summary>
    public int[] Named(string id) => [.. Enumerable.Range(0, Provisions.Count).Where(p => Provisions[p].Text.Id == id)];

    /// <summary>Those of a name that are counted, because another asks for it.</summary>
    public int[] Asked(string id) => [.. Named(id).Where(p => Provisions[p].Text.Counted.IsAsked)];

    /// <summary>The instrument.</summary>
    public Instrument Build(SlotBook slots)
    {
        _ = slots.TryFind($"{Path}.signed", out var signed);
        _ = slots.TryFind($"{Path}.sunset", out var sunset);
        return new Instrument(
            Text.Id,
            Text.Title,
            Text.IsAgreement,
            Parties,
            Text.Source,
            signed,
            sunset,
            [.. Provisions.Select(p => Build(p, slots))],
            [.. Conditions.Select(c => c.Slots!)])
        {
            Compliance = [.. Compliance.Select(c => Build(c))],
        };
    }

    private Compliance Build(UnitedCompliance rule) => new(
        rule.Text.Party,
        rule.Text.Inflow,
        rule.Capacity,
        rule.Sensitivity,
        rule.AdaptationMonths,
        rule.Least,
        Named(rule.Text.FinancedBy),
        rule.InForce);

    private Provision Build(UnitedClause clause, SlotBook slots) => new(
        clause.Id,
        clause.Text.Lever.Name,
        [.. Targets(clause, slots)],
        clause.Text.Lever.Combination,
        clause.Size,
        clause.InForce,
        clause.From,
        clause.To,
        clause.Ramp,
        clause.Fade,
        clause.Text.By is { } by && Parties.Contains(by) ? by : null,
        Named(clause.Text.Reciprocal),
        clause.Cost,
        clause.Text.Payer,
        clause.Text.Announcement)
    {
        Title = clause.Text.Title,
        Season = clause.Season,
        SpreadsYear = clause.Text.Terms is { IsYearly: true, IsFirstCome: false },
        Lot = clause.Terms,
        Counted = clause.Counted is not { } counted ? null : counted with
        {
            Counted = !clause.Text.Counted.NeedsCount ? [] : clause.Lot is not null ? [new SeriesKey(Indicators.PlacesTaken, $"{Text.Id}/{clause.Id}", SeriesKey.All)] : [clause.Text.Counted.Series!],
            OneFor = Asked(clause.Text.Counted.OneFor),
            InExchangeFor = Asked(clause.Text.Counted.InExchangeFor),
        },
    };

    private static IEnumerable<Slot> Targets(UnitedClause clause, SlotBook slots)
    {
        if (clause.Lot is { } lot)
        {
            yield return lot;
        }

        foreach (var path in clause.Text.Targets)
        {
            _ = slots.TryFind(path, out var slot);
            yield return slot;
        }
    }
}

/// <summary>A condition that variants watch in the same way.</summary>
internal sealed record UnitedCondition(ConditionText Text, int Provision, string Path)
{
    public Condition? Slots { get; set; }
}

/// <summary>How a party complies, as variants state it in the same way; numbers are inputs.</summary>
internal sealed record UnitedCompliance(ComplianceText Text, string Path)
{
    public Slot Capacity { get; set; }

    public Slot Sensitivity { get; set; }

    public Slot AdaptationMonths { get; set; }

    public Slot Least { get; set; }

    public Slot InForce { get; set; }
}

/// <summary>A provision that variants state in the same way; numbers are inputs.</summary>
internal sealed record UnitedClause(string Signature, string Id, ProvisionText Text, string Path)
{
    public Slot Size { get; set; }

    public Slot InForce { get; set; }

    public Slot From { get; set; }

    public Slot To { get; set; }

    public Slot Ramp { get; set; }

    public Slot Fade { get; set; }

    public Slot Cost { get; set; }

    public Slot? Lot { get; set; }

    public Season? Season { get; set; }

    public LotTerms? Terms { get; set; }

    public CountedTerms? Counted { get; set; }
}
