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
    private const string Months = "months";
    private const string Share = "share";
    private const double MostMonths = 120;
    private const double MostBetween = 600;
    private const double MostWeight = 10;

    /// <summary>The sliders of an agreement.</summary>
    public static IEnumerable<Knob> Of(CompiledScenario compiled, InstrumentText agreement) => agreement.Conditions
        .GroupBy(c => c.Key).Where(g => g.Count() == 1).SelectMany(g => Of(compiled, agreement, g.Single()).OfType<Knob>());

    private static IEnumerable<Knob?> Of(CompiledScenario compiled, InstrumentText agreement, ConditionText condition)
    {
        if (condition.Indicator is { } watched)
        {
            var series = new IndicatorName(watched.Variable, watched.Where).ToString();
            yield return Sized(
                compiled, agreement, condition, condition.Above ? "above" : "below", $"acts when {series} is {(condition.Above ? "above" : "below")}", "a month or at its end", condition.Threshold, 1e9);
            yield return Whole(compiled, agreement, condition, "for-months", $"months that {series} has to be there", condition.ForMonths, 0, MostMonths);
        }

        if (condition.Review is { } review)
        {
            yield return Whole(compiled, agreement, condition, "every-months", "months between reviews", review.EveryMonths, 1, MostBetween);
            yield return Sized(
                compiled, agreement, condition, review.FactorKey, review.Scales ? "factor on the weight at each review" : "weight after a review", Share, review.Factor.Central, MostWeight);
            yield return Sized(compiled, agreement, condition, "at-least", "weight that no review goes below", Share, review.Least, MostWeight, review.Most);
            yield return Sized(compiled, agreement, condition, "at-most", "weight that no review goes above", Share, review.Most, MostWeight, least: review.Least);
        }
    }

    private static Knob? Whole(CompiledScenario compiled, InstrumentText agreement, ConditionText condition, string key, string meaning, double value, double least, double most) =>
        Named(compiled, agreement, condition, key, meaning, Months, value) is { } knob
            ? KnobBook.Valid(knob with { Minimum = least, Maximum = Math.Min(most, Math.Max(24, 2 * value)), Lowest = least, Highest = most, Step = 1 })
            : null;

    private static Knob? Sized(
        CompiledScenario compiled, InstrumentText agreement, ConditionText condition, string key, string meaning, string unit, double value, double most, double? highest = null, double least = 0)
    {
        var (low, high) = KnobBook.Around(value, least, highest ?? most);
        return Named(compiled, agreement, condition, key, meaning, unit, value) is { } knob
            ? KnobBook.Valid(knob with { Minimum = low, Maximum = high, Lowest = least, Highest = highest ?? most })
            : null;
    }

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
            Lowest = value,
            Highest = value,
            Source = "stated by the scenario",
        };
    }
}
