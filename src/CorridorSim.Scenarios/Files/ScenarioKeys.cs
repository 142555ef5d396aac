using CorridorSim.Model.Engine;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Texts;
using CorridorSim.Scenarios.Yaml;
using static CorridorSim.Scenarios.Yaml.KeyValue;

namespace CorridorSim.Scenarios.Files;

/// <summary>The keys of scenario files.</summary>
public static class ScenarioKeys
{
    internal static readonly FileKey Extends = new("extends", $"scenario file in the same folder or below it; this file states only what differs; at most {ScenarioFile.MostParents} in a row", new Text());
    internal static readonly FileKey World = new("world", "folder of the world, in the same folder or below it", new Text());
    internal static readonly FileKey From = new("from", "first month", new WholeMonth()) { IsRequired = true };
    internal static readonly FileKey To = new("to", $"last month, inclusive; 1 to {Experiment.MaxMonths} months, in years {DateText.FirstYear} to {DateText.LastYear}", new WholeMonth()) { IsRequired = true };
    internal static readonly FileKey Horizon = new("horizon", "months that are simulated", new Section(From, To));
    internal static readonly FileKey Replicates = new("replicates", "draws of uncertain inputs", new Whole(1, Experiment.MaxReplicates, 64));
    internal static readonly FileKey Seed = new("seed", "key of all draws", new Seed(1));
    internal static readonly FileKey Ensemble = new("ensemble", "how much is simulated", new Section(Replicates, Seed));
    internal static readonly FileKey Posterior = new("posterior", "fitted sample in the folder of the scenario, whose rows are drawn", new Text());
    internal static readonly FileKey Assumptions = new(CommonKeys.Assumptions, "value or distribution of a world parameter, by path", new Named(new Sized()) { Known = [Posterior] });
    internal static readonly FileKey Measures = new(CommonKeys.Measures, "what countries do by themselves, by country and name", new Named(new Named(new Clause())));
    internal static readonly FileKey Agreements = new(CommonKeys.Agreements, "agreements, by name", new Named(new Section([.. AgreementKeys.All])));
    internal static readonly FileKey IncludedFile = new("file", "file with agreements in the same folder or below it", new Text());
    internal static readonly FileKey IncludedWith = new("with", "what takes the place of a name such as `$host`", new Named(new Text()));
    internal static readonly FileKey Include = new("include", $"files with agreements that are laid below what the scenario says, at most {Includes.MostFiles}", new OneOrMore(new Either(new Text(), new Section(IncludedFile, IncludedWith))));
    internal static readonly FileKey DoseOf = new(Dose.Key, "whether clauses whose delivery was counted are as large as promised or as delivered", new Choice("promised", "delivered"));
    internal static readonly FileKey Record = new("record", "how much is kept of each replicate", new Choice("headline", "flows", "full"));
    internal static readonly FileKey Step = new("step", "period of the figures that are written", new Choice("month", "week", "quarter"));
    internal static readonly FileKey Outputs = new("outputs", "what is written", new Section(new FileKey("headline", "the word `default`", new Text()), Record, Step));

    /// <summary>The keys, in the order in which they are documented.</summary>
    public static IReadOnlyList<FileKey> All { get; } =
    [
        CommonKeys.Version,
        CommonKeys.Id,
        CommonKeys.Title,
        new("description", "what the scenario asks", new Text()),
        Extends,
        World,
        Horizon,
        Ensemble,
        Assumptions,
        Measures,
        Agreements,
        Include,
        DoseOf,
        Outputs,
    ];

    /// <summary>The keys of a file with agreements that scenarios include.</summary>
    internal static IReadOnlyList<FileKey> Included { get; } = [CommonKeys.Version, CommonKeys.Title, new("description", "what the file holds", new Text()), Agreements];
}
