using CorridorSim.Scenarios.Conditions;
using CorridorSim.Scenarios.Yaml;
using static CorridorSim.Scenarios.Yaml.KeyValue;

namespace CorridorSim.Scenarios.Clauses;

/// <summary>The keys of agreements.</summary>
public static class AgreementKeys
{
    internal static readonly FileKey Parties = new("parties", "two or more countries", new Names()) { IsRequired = true };
    internal static readonly FileKey Signed = new("signed", "date of signature", new Month()) { IsRequired = true };
    internal static readonly FileKey Source = new("source", "where the text is published", new Text());
    internal static readonly FileKey InForceWhen = new("in-force-when", "condition that must hold for it to be in force", new OneOrMore(new Section([.. ConditionKeys.Condition])));
    internal static readonly FileKey SuspendWhen = new("suspend-when", "condition that suspends it", new OneOrMore(new Section([.. ConditionKeys.Condition])));
    internal static readonly FileKey Review = new("review", "what changes its weight", new OneOrMore(new Section([.. ConditionKeys.Review])));
    internal static readonly FileKey Sunset = new("sunset", "date of the end", new Month());
    internal static readonly FileKey Provisions = new(CommonKeys.Provisions, "its clauses, by name", new Named(new Clause()));
    internal static readonly FileKey Conditions = new(CommonKeys.Conditions, "what starts, suspends, reviews and ends it", new Section(InForceWhen, SuspendWhen, Review, Sunset));
    internal static readonly FileKey Compliance = new("compliance", "how far a party keeps to it, by country", new Named(new Section([.. ConditionKeys.Compliance])));

    /// <summary>The keys, in the order in which they are documented.</summary>
    public static IReadOnlyList<FileKey> All { get; } = [CommonKeys.Title, Parties, Signed, Source, Provisions, Conditions, Compliance];
}
