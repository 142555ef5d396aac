using CorridorSim.Scenarios.Yaml;
using static CorridorSim.Scenarios.Yaml.KeyValue;

namespace CorridorSim.Scenarios.Suites;

/// <summary>The keys of suites of natural experiments: reader, JSON Schema and documentation are made of these rows.</summary>
public static class SuiteKeys
{
    internal static readonly FileKey Scenario = new("scenario", "a scenario whose parameters are fitted to months before the date, where that can be; left out only where `awaits-months`", new Text());
    internal static readonly FileKey Measures = new("measures", "paths of what is taken out to see its effect in the model, such as `measures.GRC.operation-shield` or `agreements.chnv`", new Names());
    internal static readonly FileKey Date = new("date", "month of the measure", new Month()) { IsRequired = true };
    internal static readonly FileKey Origin = new("origin", "first month that is forecast; the date when left out", new Month());
    internal static readonly FileKey Horizon = new("horizon", "months scored from the date on", new Whole(3, 60, 12));
    internal static readonly FileKey Treated = new("treated", "series as `series/NATIONALITY` at which it aims", new Names()) { IsRequired = true };
    internal static readonly FileKey Diverted = new("diverted", "series to which people may turn", new Names());
    internal static readonly FileKey Placebo = new("placebo", "series with which it has nothing to do", new Names());
    internal static readonly FileKey PlaceboDates = new("placebo-dates", "months in which nothing happened, each forecast anew", new Names());
    internal static readonly FileKey AwaitsMonths = new("awaits-months", "`true` where the months that would score it are not there: it is read and not run", new Flag(false));
    internal static readonly FileKey Observations = new("observations", "table of observations, beside this file or below it", new Text()) { IsRequired = true };
    internal static readonly FileKey Experiments = new("experiments", "dated measures whose consequences were counted", new Named(new Section(CommonKeys.Title, Scenario, Measures, Date, Origin, Horizon, Treated, Diverted, Placebo, PlaceboDates, AwaitsMonths))) { IsRequired = true };

    /// <summary>The keys, in the order in which they are documented.</summary>
    public static IReadOnlyList<FileKey> All { get; } =
    [
        CommonKeys.Version,
        CommonKeys.Id,
        CommonKeys.Title,
        Observations,
        Experiments,
    ];
}
