using CorridorSim.Scenarios.Yaml;
using static CorridorSim.Scenarios.Yaml.KeyValue;

namespace CorridorSim.Scenarios.Suites;

/// <summary>The keys of suites of natural experiments: reader, JSON Schema and documentation are made of these rows.</summary>
public static class SuiteKeys
{
    private static readonly FileKey[] OfExperiment =
    [
        new("title", "title in words", new Text()),
        new("scenario", "a scenario whose parameters are fitted to months before the date, where that can be; left out only where `awaits-months`", new Text()),
        new("measures", "paths of what is taken out to see its effect in the model, such as `measures.GRC.operation-shield` or `agreements.chnv`", new Names()),
        new("date", "month of the measure", new Month()) { IsRequired = true },
        new("origin", "first month that is forecast; the date when left out", new Month()),
        new("horizon", "months scored from the date on", new Whole(3, 60, 12)),
        new("treated", "series as `series/NATIONALITY` at which it aims", new Names()) { IsRequired = true },
        new("diverted", "series to which people may turn", new Names()),
        new("placebo", "series with which it has nothing to do", new Names()),
        new("placebo-dates", "months in which nothing happened, each forecast anew", new Names()),
        new("awaits-months", "`true` where the months that would score it are not there: it is read and not run", new Choice("false", "true")),
    ];

    /// <summary>The keys, in the order in which they are documented.</summary>
    public static IReadOnlyList<FileKey> All { get; } =
    [
        new("corridorsim", "version of the format", new KeyValue.Version()) { IsRequired = true },
        new("id", "identifier", new Identifier()) { IsRequired = true },
        new("title", "title in words", new Text()),
        new("observations", "table of observations, beside this file or below it", new Text()) { IsRequired = true },
        new("experiments", "dated measures whose consequences were counted", new Named(new Section(OfExperiment))) { IsRequired = true },
    ];

    /// <summary>Names of the keys of an experiment.</summary>
    internal static string[] Experiment { get; } = [.. OfExperiment.Select(k => k.Name)];
}
