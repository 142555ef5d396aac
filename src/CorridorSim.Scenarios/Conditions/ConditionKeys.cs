using CorridorSim.Model.Engine;
using CorridorSim.Scenarios.Yaml;
using static CorridorSim.Scenarios.Yaml.KeyValue;

namespace CorridorSim.Scenarios.Conditions;

/// <summary>The keys of conditions, reviews and compliance, and of what was delivered.</summary>
public static class ConditionKeys
{
    private const double MostLevel = 1e9;
    private const double MostWeight = 10;
    private const double MostAdaptation = 240;

    internal static readonly FileKey Indicator = new("indicator", "series that is watched", new Text());
    internal static readonly FileKey Above = new("above", "level above which it acts", new Number(0, MostLevel, null));
    internal static readonly FileKey Below = new("below", "level below which it acts", new Number(0, MostLevel, null));
    internal static readonly FileKey Release = new("release", "level at which it lets go; that at which it acts when left out", new Number(0, MostLevel, null));
    internal static readonly FileKey EveryMonths = new("every-months", "months between reviews", new Number(1, Experiment.MaxMonths, null));
    internal static readonly FileKey ScaleTo = new("scale-to", "weight after a review", new Sized(0, MostWeight));
    internal static readonly FileKey ScaleBy = new("scale-by", "factor on the weight at each review", new Sized(0, MostWeight));
    internal static readonly FileKey Capacity = new("capacity", "what the party can carry by itself, in the unit of the indicator", new Sized(0, MostLevel));
    internal static readonly FileKey Sensitivity = new("sensitivity", "compliance lost per part of inflow above capacity", new Number(0, 100, 0.5));
    internal static readonly FileKey AdaptationMonths = new("adaptation-months", "months over which compliance follows the load", new Number(0, MostAdaptation, 6));
    internal static readonly FileKey Least = new("least", "compliance it never falls below", new Number(0, 1, 0));
    internal static readonly FileKey FinancedBy = new("financed-by", "provision whose delivered size adds to the capacity", new Text());
    internal static readonly FileKey DeliveredCount = new("MONTH", "persons", new Number(0, MostLevel, null));
    internal static readonly FileKey DeliveredMonthly = new("monthly", "persons in that month", new Named(DeliveredCount.Takes));
    internal static readonly FileKey DeliveredCumulative = new("cumulative", "persons in all up to that date", new Named(DeliveredCount.Takes));
    internal static readonly FileKey DeliveredSource = new("source", "who counted", new Text()) { IsRequired = true };

    /// <summary>Months for which the level must be passed.</summary>
    public static FileKey ForMonths { get; } = new("for-months", "months the level must be passed", new Number(0, 120, 0));

    /// <summary>Weight that no review goes below.</summary>
    public static FileKey AtLeast { get; } = new("at-least", "weight that no review goes below", new Number(0, MostWeight, 0));

    /// <summary>Weight that no review goes above.</summary>
    public static FileKey AtMost { get; } = new("at-most", "weight that no review goes above", new Number(0, MostWeight, MostWeight));

    /// <summary>Keys that say where an indicator is watched, of which one is stated.</summary>
    internal static IReadOnlyList<FileKey> Places { get; } =
    [
        new("leg", "passage between two countries", new Text()),
        new("border", "border", new Text()),
        new("channel", "channel", new Text()),
        new("country", "country", new Text()),
    ];

    internal static readonly FileKey Nationality = new("nationality", "nationality; all when left out", new Text());

    /// <summary>Keys of what is watched.</summary>
    internal static IReadOnlyList<FileKey> Watched { get; } = [Indicator, .. Places, Nationality];

    /// <summary>Keys of the level at which a condition acts.</summary>
    internal static IReadOnlyList<FileKey> Levels { get; } = [Above, Below, Release, ForMonths];

    /// <summary>Keys of a condition.</summary>
    public static IReadOnlyList<FileKey> Condition { get; } = [.. Watched, .. Levels];

    /// <summary>Keys of a review.</summary>
    public static IReadOnlyList<FileKey> Review { get; } = [.. Condition, EveryMonths, ScaleTo, ScaleBy, AtLeast, AtMost];

    /// <summary>Keys of the compliance of a party.</summary>
    public static IReadOnlyList<FileKey> Compliance { get; } = [.. Watched, Capacity, Sensitivity, AdaptationMonths, Least, FinancedBy];

    /// <summary>Keys of what was delivered.</summary>
    internal static IReadOnlyList<FileKey> Delivered { get; } = [DeliveredMonthly, DeliveredCumulative, DeliveredSource];
}
