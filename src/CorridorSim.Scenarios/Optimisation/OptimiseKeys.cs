using CorridorSim.Model.Engine;
using CorridorSim.Scenarios.Yaml;
using static CorridorSim.Scenarios.Yaml.KeyValue;

namespace CorridorSim.Scenarios.Optimisation;

/// <summary>The keys of files that seek the best settings.</summary>
public static class OptimiseKeys
{
    private const double MostCost = 1e12;

    internal static readonly FileKey Base = new("base", "scenario file, named from the folder of this one, whose clauses are set", new Text()) { IsRequired = true };
    internal static readonly FileKey Replicates = new("replicates", "replicates of each candidate; those of the base when left out", new Whole(1, Experiment.MaxReplicates, null));
    internal static readonly FileKey Seed = new("seed", "key of all draws; that of the base when left out", new Seed(null));
    internal static readonly FileKey Path = new("path", "size of a clause, such as `agreements.us-panama.referrals.places-per-month`", new Text()) { IsRequired = true };
    internal static readonly FileKey Range = new("range", "least and greatest setting", new Pair()) { IsRequired = true };
    internal static readonly FileKey Step = new("step", "distance of settings; a two-hundredth of the range when left out", new Number(double.MinValue, double.MaxValue, null));
    internal static readonly FileKey Levers = new("levers", "what is set, by name", new Named(new Section(Path, Range, Step))) { IsRequired = true };
    internal static readonly FileKey PerUnit = new("per-unit", "cost of a unit", new Number(-MostCost, MostCost, null)) { IsRequired = true };
    internal static readonly FileKey From = new("from", "setting that costs nothing", new Number(-MostCost, MostCost, 0));
    internal static readonly FileKey AtMost = new("at-most", "limit of the sum of weight times (setting - from)", new Number(-MostCost, MostCost, null)) { IsRequired = true };
    internal static readonly FileKey Unit = new("unit", "unit of the limit, in words", new Text());
    internal static readonly FileKey Weights = new("weights", "cost of a unit, by lever", new Named(new Either(PerUnit.Takes, new Section(PerUnit, From)))) { IsRequired = true };
    internal static readonly FileKey Budgets = new("budgets", "what the levers may cost together, by name", new Named(new Section(AtMost, Unit, Weights)));
    internal static readonly FileKey At = new("at", "months that count; the whole horizon when left out", new Span());
    internal static readonly FileKey Better = new("better", "whether less of it is better, or more", new Choice("less", "more")) { IsRequired = true };
    internal static readonly FileKey Statistic = new("statistic", "figure of the replicates that counts", new Choice("mean", "median"));
    internal static readonly FileKey Goals = new("goals", "what is sought, by indicator, such as `deaths` or `irregular-entries:COL>PAN`", new Named(new Section(Better, At, Statistic))) { IsRequired = true };
    internal static readonly FileKey Indicator = new("indicator", "an indicator", new Text()) { IsRequired = true };
    internal static readonly FileKey Below = new("below", "level that it must stay below", new Number(-CommonKeys.MostLevel, CommonKeys.MostLevel, null));
    internal static readonly FileKey Above = new("above", "level that it must stay above", new Number(-CommonKeys.MostLevel, CommonKeys.MostLevel, null));
    internal static readonly FileKey Of = new("of", "whether the level itself counts or the change from the base", new Choice("level", "change"));
    internal static readonly FileKey Probability = new("probability", "share of the replicates in which it must hold", new Number(0.01, 1, 0.9));
    internal static readonly FileKey Constraints = new("constraints", "what must hold, by name", new Named(new Section(Indicator, At, Below, Above, Of, Probability) { OneOf = [Below, Above] }));
    internal static readonly FileKey Method = new("method", "cma-es for one goal and nsga-ii for several when left out", new Choice([.. OptimiseFile.Methods.Keys]) { Depends = true });
    internal static readonly FileKey Population = new("population", "candidates of a generation; as many as the levers ask for when left out", new Whole(4, 10_000, null));
    internal static readonly FileKey Generations = new("generations", "the most generations", new Whole(1, 10_000, 25));
    internal static readonly FileKey CheckReplicates = new("check-replicates", "replicates with new random draws on which the outcome is checked, 0 for no check; those of the base when left out", new Whole(0, Experiment.MaxReplicates, null));
    internal static readonly FileKey Search = new("search", "how settings are sought", new Section(Method, Population, Generations, CheckReplicates));

    /// <summary>The keys, in the order in which they are documented.</summary>
    public static IReadOnlyList<FileKey> All { get; } =
    [
        CommonKeys.Version,
        CommonKeys.Id,
        CommonKeys.Title,
        new("description", "what is sought", new Text()),
        Base,
        Replicates,
        Seed,
        Levers,
        Budgets,
        Goals,
        Constraints,
        Search,
    ];
}
