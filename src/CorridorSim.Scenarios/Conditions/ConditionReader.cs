using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Conditions;

/// <summary>Reads rules that watch an indicator, and reviews, which may go without one.</summary>
internal sealed class ConditionReader(WorldDraft world)
{
    private const string Review = "review";

    private static readonly (string Key, ConditionKind Kind)[] Kinds =
        [("in-force-when", ConditionKind.InForceWhen), ("suspend-when", ConditionKind.SuspendWhen), (Review, ConditionKind.Review)];

    /// <summary>The conditions of an agreement: each key holds one or a list of them.</summary>
    public IReadOnlyList<ConditionText> ReadAll(MapReader conditions) =>
        [.. Kinds.SelectMany(k => conditions.Several(k.Key).Select(c => Read(c, k.Key, k.Kind))).OfType<ConditionText>()];

    /// <summary>A condition; reports what is wrong and returns null when nothing can be watched.</summary>
    public ConditionText? Read(MapReader condition, string name, ConditionKind kind)
    {
        var isReview = kind == ConditionKind.Review;
        condition.Allow(isReview ? ConditionKeys.Review : ConditionKeys.Condition);
        var review = isReview ? Terms(condition) : null;
        if (isReview && condition.Map[ConditionKeys.Indicator.Name] is null)
        {
            Unwatched(condition);
            return new ConditionText(name, kind, null, true, 0, 0, 0, review);
        }

        var above = condition.Number(ConditionKeys.Above);
        var below = condition.Number(ConditionKeys.Below);
        if (condition.Map[ConditionKeys.Above.Name] is null == condition.Map[ConditionKeys.Below.Name] is null)
        {
            condition.Report(condition.Map, "a condition needs either 'above' or 'below', and not both");
        }

        var threshold = above ?? below ?? 0;
        var release = condition.Number(ConditionKeys.Release) ?? threshold;
        if (above is not null ? release > threshold : release < threshold)
        {
            condition.Report(condition.Map[ConditionKeys.Release.Name]!, "the condition lets go before it acts; put 'release' on the other side of its level");
        }

        return Series(condition) is not { } key ? null : new ConditionText(
            name, kind, key, above is not null, threshold, release, condition.Number(ConditionKeys.ForMonths)!.Value, review);
    }

    /// <summary>The compliance of a party; reports what is wrong and returns null.</summary>
    public ComplianceText? Compliance(MapReader rule, CountryIndex party)
    {
        rule.Allow(ConditionKeys.Compliance);
        if (rule.Map[ConditionKeys.Capacity.Name] is null)
        {
            rule.Report(rule.Map, "compliance needs 'capacity', what the party can carry by itself");
        }

        var capacity = rule.Sized(ConditionKeys.Capacity);
        return Series(rule) is not { } key || capacity is null ? null : new ComplianceText(
            party,
            key,
            capacity.Value,
            rule.Number(ConditionKeys.Sensitivity)!.Value,
            rule.Number(ConditionKeys.AdaptationMonths)!.Value,
            rule.Number(ConditionKeys.Least)!.Value,
            rule.Text(ConditionKeys.FinancedBy) ?? string.Empty,
            rule.Map);
    }

    private static ReviewText Terms(MapReader condition)
    {
        var every = condition.Number(ConditionKeys.EveryMonths);
        if (condition.Map[ConditionKeys.EveryMonths.Name] is null)
        {
            condition.Report(condition.Map, "a review needs 'every-months'");
        }

        if (condition.Map[ConditionKeys.ScaleTo.Name] is not null && condition.Map[ConditionKeys.ScaleBy.Name] is not null)
        {
            condition.Report(condition.Map[ConditionKeys.ScaleBy.Name]!, "a review either sets the weight with 'scale-to' or changes it with 'scale-by'; keep one");
        }

        var (least, most) = (condition.Number(ConditionKeys.AtLeast)!.Value, condition.Number(ConditionKeys.AtMost)!.Value);
        if (least > most)
        {
            condition.Report(condition.Map[ConditionKeys.AtLeast.Name]!, "'at-least' lies above 'at-most'; exchange them");
        }

        var by = condition.Sized(ConditionKeys.ScaleBy);
        var to = condition.Sized(ConditionKeys.ScaleTo);
        return new ReviewText(every ?? 1, (by ?? to)?.Value ?? Distribution.Constant(0), by is not null, least, most);
    }

    private static void Unwatched(MapReader condition)
    {
        foreach (var entry in condition.Map.Entries.Where(e => ConditionKeys.Condition.Any(k => k.Name == e.Key.Text)))
        {
            condition.Report(entry.Key, $"'{entry.Key.Text}' needs an 'indicator'; add one, or remove it for a review at fixed intervals");
        }

        if (condition.Map[ConditionKeys.ScaleTo.Name] is null && condition.Map[ConditionKeys.ScaleBy.Name] is null)
        {
            condition.Report(condition.Map, "a review without an indicator needs 'scale-by' or 'scale-to'");
        }
    }

    private SeriesKey? Series(MapReader rule)
    {
        if (rule.Text(ConditionKeys.Indicator.Name, true) is not { } indicator)
        {
            return null;
        }

        string[] places = [.. ConditionKeys.Places.Select(p => p.Name).Where(p => rule.Map[p] is not null)];
        if (places.Length > 1)
        {
            rule.Report(rule.Map[places[1]]!, $"the indicator is watched at one place, not at '{places[0]}' and '{places[1]}'; keep one");
        }

        var where = places.Length > 0 ? rule.Text(places[0]) ?? string.Empty : string.Empty;
        var key = new SeriesKey(indicator, where, rule.Text(ConditionKeys.Nationality) ?? SeriesKey.All);
        if (!ConditionIndicators.Exist(world, key))
        {
            rule.Report(rule.Map[ConditionKeys.Indicator.Name]!, $"the world does not measure '{key}'{Suggestion.For(key.Series, ConditionIndicators.Of(world))}");
        }

        return key;
    }
}
