using CorridorSim.Model.Engine;
using CorridorSim.Scenarios.Yaml;
using static CorridorSim.Scenarios.Yaml.KeyValue;

namespace CorridorSim.Scenarios.Files;

/// <summary>The keys of comparison files.</summary>
public static class ComparisonKeys
{
    private const double Greatest = 1e12;

    internal static readonly FileKey Baseline = new("baseline", "scenario file beside this one, or a run", new Text()) { IsRequired = true };
    internal static readonly FileKey Runs = new("runs", "scenario files or runs that are compared with the baseline", new Names()) { IsRequired = true };
    internal static readonly FileKey Indicators = new("indicators", "names or patterns such as `admissions:usa-*`; the headline when left out", new Names());
    internal static readonly FileKey At = new("at", "months that count; the whole horizon when left out", new Span());
    internal static readonly FileKey Replicates = new("replicates", "draws of uncertain inputs; those of the baseline when left out", new Whole(1, Experiment.MaxReplicates, null));
    internal static readonly FileKey Seed = new("seed", "key of all draws; that of the baseline when left out", new Seed(null));
    internal static readonly FileKey Ensemble = new("ensemble", "how much is simulated", new Section(Replicates, Seed));
    internal static readonly FileKey Indicator = new("indicator", "name of an indicator", new Text()) { IsRequired = true };
    internal static readonly FileKey Statistic = new("statistic", "figure of the effect that is watched", new Choice("difference", "p05", "p95", "mean", "relative", "share", "base", "other"));
    internal static readonly FileKey Above = new("above", "passed above this level", new Number(-Greatest, Greatest, null));
    internal static readonly FileKey Below = new("below", "passed below this level", new Number(-Greatest, Greatest, null));
    internal static readonly FileKey Thresholds = new("thresholds", "levels that effects are held against, by name", new Named(new Section(Indicator, Statistic, Above, Below) { OneOf = [Above, Below] }));

    /// <summary>The keys, in the order in which they are documented.</summary>
    public static IReadOnlyList<FileKey> All { get; } = [CommonKeys.Version, CommonKeys.Id, CommonKeys.Title, Baseline, Runs, Indicators, At, Ensemble, Thresholds];
}
