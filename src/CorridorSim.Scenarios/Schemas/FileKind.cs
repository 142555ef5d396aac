using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Conditions;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Optimisation;
using CorridorSim.Scenarios.Suites;
using CorridorSim.Scenarios.Sweeps;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Schemas;

/// <summary>A kind of file that analysts write.</summary>
/// <param name="Name">Its name, for example <c>sweep</c>.</param>
/// <param name="Keys">Its keys.</param>
/// <param name="Title">Title of its schema.</param>
public sealed record FileKind(string Name, IReadOnlyList<FileKey> Keys, string Title)
{
    /// <summary>Scenarios, whose clauses have keys of their own.</summary>
    private static readonly FileKind Scenario = new("scenario", ScenarioKeys.All, "CorridorSim scenario");

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<FileKind> All { get; } =
    [
        Scenario,
        new("compare", ComparisonKeys.All, "CorridorSim comparison"),
        new("sweep", SweepKeys.All, "CorridorSim sweep"),
        new("optimise", OptimiseKeys.All, "CorridorSim search for the best settings"),
        new("calibration", CalibrationKeys.All, "CorridorSim calibration"),
        new("suite", SuiteKeys.All, "CorridorSim suite"),
    ];

    /// <summary>The JSON Schema (draft 2020-12) of such files, indented.</summary>
    public string Schema() => this == Scenario ? ScenarioSchema.Write() : KeyTable.Write(Keys, Title);

    /// <summary>The keys as tables in Markdown; those of scenarios with agreements, conditions, compliance, clauses and levers.</summary>
    public IReadOnlyList<string> Tables() => this != Scenario ? [KeyTable.ToMarkdown(Keys)] :
    [
        KeyTable.ToMarkdown(Keys, ScenarioKeys.Agreements),
        KeyTable.ToMarkdown(AgreementKeys.All, AgreementKeys.InForceWhen, AgreementKeys.SuspendWhen, AgreementKeys.Review, AgreementKeys.Compliance),
        KeyTable.ToMarkdown(ConditionKeys.Review),
        KeyTable.ToMarkdown(ConditionKeys.Compliance),
        KeyTable.ToMarkdown(ClauseKeys.Common, ClauseKeys.When),
        KeyTable.ToMarkdown(ClauseKeys.Terms),
        KeyTable.ToMarkdown(CountedKeys.All),
        LeverTable.ToMarkdown(),
    ];
}
