using CorridorSim.Model.Engine;
using CorridorSim.Scenarios.Yaml;
using static CorridorSim.Scenarios.Yaml.KeyValue;

namespace CorridorSim.Scenarios.Sweeps;

/// <summary>The keys of sweep files.</summary>
public static class SweepKeys
{
    private const double MostWorth = 1e9;

    internal static readonly FileKey Base = new("base", "scenario file that is varied, beside this file", new Text()) { IsRequired = true };
    internal static readonly FileKey Set = new("set", "value that replaces one of the base, by path", new Named(new Scalar()));
    internal static readonly FileKey Path = new("path", "path into the scenario, such as `agreements.us-panama.provisions.referrals.places-per-month`", new Text()) { IsRequired = true };
    internal static readonly FileKey FactorKind = new("kind", "whether somebody chooses it or nobody knows it", new Choice("lever", "uncertainty")) { IsRequired = true };
    internal static readonly FileKey Label = new("label", "what it is, in words", new Text());
    internal static readonly FileKey Values = new("values", "values, or dates for a month", new Values());
    internal static readonly FileKey Range = new("range", "least and greatest value", new Values());
    internal static readonly FileKey Distribution = new("distribution", "distribution that its values are drawn from", new Drawn());
    internal static readonly FileKey Steps = new("steps", "levels in a grid when no values are listed", new Whole(1, 10_000, 3));
    internal static readonly FileKey Factors = new("factors", "what is varied, by name", new Named(new Section(Path, FactorKind, Label, Values, Range, Distribution, Steps))) { IsRequired = true };
    internal static readonly FileKey DesignKind = new("kind", "how points are chosen", new Choice([.. SweepFile.Designs.Keys])) { IsRequired = true };
    internal static readonly FileKey Points = new("points", "points of a sample, rows of a Saltelli matrix, futures of a cross", new Whole(1, SweepFile.MostPoints, null));
    internal static readonly FileKey Trajectories = new("trajectories", "Morris trajectories", new Whole(2, 100_000, 20));
    internal static readonly FileKey Levels = new("levels", "levels of the Morris grid, even", new Whole(2, 1000, 4));
    internal static readonly FileKey Rows = new("rows", "listed points, one value per factor in the order of the file", new Rows());
    internal static readonly FileKey Design = new("design", "which points are run", new Section(DesignKind, Points, Trajectories, Levels, Rows)) { IsRequired = true };
    internal static readonly FileKey Replicates = new("replicates", "replicates of each point; those of the base when left out", new Whole(1, Experiment.MaxReplicates, null));
    internal static readonly FileKey Seed = new("seed", "key of all draws; that of the base when left out", new Seed(null));
    internal static readonly FileKey Paired = new("paired", "whether replicate k has the same random draws at every point", new Flag(true));
    internal static readonly FileKey Record = new("record", "indicators to keep of each lane; the compact headline when left out", new Names());
    internal static readonly FileKey Periods = new("periods", "spans for which figures are kept", new Choice("whole", "years", "months"));
    internal static readonly FileKey Better = new("better", "whether more of it is better, or less", new Choice("more", "less")) { IsRequired = true };
    internal static readonly FileKey Threshold = new("threshold", "level that has to be met", new Number(-CommonKeys.MostLevel, CommonKeys.MostLevel, null));
    internal static readonly FileKey Goals = new("goals", "what policies are judged by, by indicator", new Named(new Section(Better, Threshold)));
    internal static readonly FileKey Weight = new("weight", "what a unit is worth", new Number(0, MostWorth, 1));
    internal static readonly FileKey Interests = new("interests", "what the party cares about, by indicator", new Named(new Section(Better, Weight)));
    internal static readonly FileKey PaymentWorth = new("payment-worth", "worth of a thousand USD to the party, in weighted units", new Number(1e-9, MostWorth, 1));
    internal static readonly FileKey Parties = new("parties", "what countries care about, by country", new Named(new Section(Interests, PaymentWorth)));

    /// <summary>The keys, in the order in which they are documented.</summary>
    public static IReadOnlyList<FileKey> All { get; } =
    [
        CommonKeys.Version,
        CommonKeys.Id,
        CommonKeys.Title,
        new("description", "what the sweep asks", new Text()),
        Base,
        Set,
        Factors,
        Design,
        Replicates,
        Seed,
        Paired,
        Record,
        Periods,
        Goals,
        Parties,
    ];
}
