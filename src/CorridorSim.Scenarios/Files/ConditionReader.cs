using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Files;

/// <summary>Reads rules that watch an indicator.</summary>
internal sealed class ConditionReader(WorldDraft world)
{
    private static readonly string[] Places = ["indicator", "leg", "border", "channel", "country", "nationality"];

    /// <summary>A condition; reports what is wrong and returns null when nothing can be watched.</summary>
    public ConditionText? Read(MapReader condition, ConditionKind kind)
    {
        condition.Allow([.. Places, "above", "below", "release", "for-months", "every-months", "scale-to"]);
        var above = condition.Number("above", 0, 1e9);
        var below = condition.Number("below", 0, 1e9);
        if (condition.Map["above"] is null == condition.Map["below"] is null)
        {
            condition.Report(condition.Map, "a condition needs either 'above' or 'below', and not both");
        }

        if (kind == ConditionKind.Review && condition.Number("every-months", 1, 600) is null)
        {
            condition.Report(condition.Map, "a review needs 'every-months'");
        }

        var threshold = above ?? below ?? 0;
        return Indicator(condition) is not { } key ? null : new ConditionText(
            kind,
            key,
            above is not null,
            threshold,
            condition.Number("release", 0, 1e9) ?? threshold,
            condition.Number("for-months", 0, 120) ?? 0,
            condition.Number("every-months", 1, 600) ?? 0,
            condition.Number("scale-to", 0, 10) ?? 0);
    }

    /// <summary>The compliance of a party; reports what is wrong and returns null.</summary>
    public ComplianceText? Compliance(MapReader rule, int party)
    {
        rule.Allow([.. Places, "capacity", "sensitivity", "adaptation-months", "least", "financed-by"]);
        if (rule.Map["capacity"] is null)
        {
            rule.Report(rule.Map, "compliance needs 'capacity', what the party can carry by itself");
        }

        var capacity = rule.Sized("capacity", 0, 1e9);
        return Indicator(rule) is not { } key || capacity is null ? null : new ComplianceText(
            party,
            key,
            capacity.Value,
            rule.Number("sensitivity", 0, 100) ?? 0.5,
            rule.Number("adaptation-months", 0, 240) ?? 6,
            rule.Number("least", 0, 1) ?? 0,
            rule.Text("financed-by") ?? string.Empty,
            rule.Map);
    }

    private SeriesKey? Indicator(MapReader rule)
    {
        if (rule.Text("indicator", true) is not { } indicator)
        {
            return null;
        }

        var where = rule.Text("leg") ?? rule.Text("border") ?? rule.Text("channel") ?? rule.Text("country") ?? string.Empty;
        var key = new SeriesKey(indicator, where, rule.Text("nationality") ?? SeriesKey.All);
        if (!ConditionIndicators.Exist(world, key))
        {
            rule.Report(rule.Map["indicator"]!, $"the world does not measure '{key}'{Suggestion.For(key.Series, ConditionIndicators.Of(world))}");
        }

        return key;
    }
}
