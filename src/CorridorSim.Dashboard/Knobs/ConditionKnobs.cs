using CorridorSim.Analysis.Effects;
using CorridorSim.Model;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Conditions;

namespace CorridorSim.Dashboard.Knobs;

/// <summary>
/// Sliders of what suspends, starts or reviews an agreement: the level that is watched and for how long, and how often and how far a review
/// changes the weight. Of several conditions of one kind none has sliders, because a setting names no item of a list.
/// </summary>
internal static class ConditionKnobs
{
    /// <summary>The sliders of an agreement.</summary>
    public static IEnumerable<Knob> Of(CompiledScenario compiled, InstrumentText agreement) => agreement.Conditions
        .GroupBy(c => c.Key).Where(g => g.Count() == 1).SelectMany(g => Of(compiled, agreement, g.Single()).OfType<Knob>());

    private static IEnumerable<Knob?> Of(CompiledScenario compiled, InstrumentText agreement, ConditionText condition)
    {
        if (condition.Indicator is { } watched)
        {
            var series = new IndicatorName(watched.Variable, watched.Where).ToString();
            yield return Sized(
                compiled, agreement, condition, condition.Above ? "above" : "below", $"acts when {series} is {(condition.Above ? "above" : "below")}", "a month or at its end", condition.Threshold);
            yield return Whole(compiled, agreement, condition, "for-months", $"months that {series} has to be there", condition.ForMonths);
        }

        if (condition.Review is { } review)
        {
            yield return Whole(compiled, agreement, condition, "every-months", "months between reviews", review.EveryMonths);
            yield return Sized(
                compiled, agreement, condition, review.FactorKey, review.Scales ? "factor on the weight at each review" : "weight after a review", Units.Share, review.Factor.Central);
            yield return Sized(compiled, agreement, condition, "at-least", "weight that no review goes below", Units.Share, review.Least, highest: review.Most);
            yield return Sized(compiled, agreement, condition, "at-most", "weight that no review goes above", Units.Share, review.Most, least: review.Least);
        }
    }

    private static Knob? Whole(CompiledScenario compiled, InstrumentText agreement, ConditionText condition, string key, string meaning, double value) =>
        Named(compiled, agreement, condition, key, meaning, Units.Months, value) is { } knob
            ? KnobBook.Valid(knob with { Minimum = knob.Lowest, Maximum = Math.Min(knob.Highest, Math.Max(24, 2 * value)), Step = 1 })
            : null;

    private static Knob? Sized(
        CompiledScenario compiled, InstrumentText agreement, ConditionText condition, string key, string meaning, string unit, double value, double? highest = null, double? least = null)
    {
        if (Named(compiled, agreement, condition, key, meaning, unit, value) is not { } knob)
        {
            return null;
        }

        var (lowest, most) = (least ?? knob.Lowest, highest ?? knob.Highest);
        var (low, high) = KnobBook.Around(value, lowest, most);
        return KnobBook.Valid(knob with { Minimum = low, Maximum = high, Lowest = lowest, Highest = most });
    }

    /// <summary>A slider at the bounds of its input.</summary>
    private static Knob? Named(CompiledScenario compiled, InstrumentText agreement, ConditionText condition, string key, string meaning, string unit, double value)
    {
        var path = $"agreements.{agreement.Id}.conditions.{condition.Key}.{key}";
        return !agreement.IsAgreement || !compiled.World.Slots.TryFind(path, out var slot) ? null : new Knob
        {
            Path = path,
            Slot = slot,
            Setting = path,
            Kind = KnobKind.Policy,
            Group = agreement.Title,
            IsOwn = compiled.Parent is null || compiled.Parent.Instruments.All(i => i.Id != agreement.Id || i.Conditions.All(c => c.Structure != condition.Structure)),
            Label = $"{condition.Key.InWords()}: {meaning}",
            Unit = unit,
            Default = value,
            Minimum = value,
            Maximum = value,
            Lowest = compiled.World.Slots[slot].Minimum,
            Highest = compiled.World.Slots[slot].Maximum,
            Source = "stated by the scenario",
        };
    }
}
