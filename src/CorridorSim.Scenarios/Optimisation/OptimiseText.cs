using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Optimisation;

/// <summary>A search for the best settings as its file states it, checked against its base scenario.</summary>
public sealed record OptimiseText
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Title in words.</summary>
    public required string Title { get; init; }

    /// <summary>Path of the base scenario.</summary>
    public required string BasePath { get; init; }

    /// <summary>The scenario whose clauses are set.</summary>
    public required CompiledScenario Base { get; init; }

    /// <summary>What is set, in the order of the file.</summary>
    public required IReadOnlyList<PolicyLever> Levers { get; init; }

    /// <summary>What the levers may cost together.</summary>
    public required IReadOnlyList<PolicyBudget> Budgets { get; init; }

    /// <summary>One to three goals.</summary>
    public required IReadOnlyList<GoalText> Goals { get; init; }

    /// <summary>Levels to be kept.</summary>
    public required IReadOnlyList<ConstraintText> Constraints { get; init; }

    /// <summary>How the search proceeds.</summary>
    public required SearchText Search { get; init; }

    /// <summary>Replicates of each candidate.</summary>
    public required int Replicates { get; init; }

    /// <summary>Seed of all draws, those of the search included.</summary>
    public required ulong Seed { get; init; }
}

/// <summary>An indicator that is to become as low or as high as possible.</summary>
/// <param name="Indicator">The indicator as written.</param>
/// <param name="At">Months as written; null for the whole horizon.</param>
/// <param name="MoreIsBetter">Which way it is better.</param>
/// <param name="UsesMedian">True for the median over replicates, false for the mean.</param>
public sealed record GoalText(YamlText Indicator, YamlText? At, bool MoreIsBetter, bool UsesMedian);

/// <summary>A level that an indicator must keep in a share of the replicates.</summary>
/// <param name="Id">Name in the file.</param>
/// <param name="Indicator">The indicator as written.</param>
/// <param name="At">Months as written; null for the whole horizon.</param>
/// <param name="IsUpper">True when the indicator must stay below the level, false when above.</param>
/// <param name="Level">The level, exclusive; a difference from the base scenario when <paramref name="IsChange"/>.</param>
/// <param name="Probability">Share of the replicates in which it must hold, above 0, at most 1.</param>
/// <param name="IsChange">True when the difference from the base scenario is meant, replicate by replicate.</param>
public sealed record ConstraintText(
    string Id, YamlText Indicator, YamlText? At, bool IsUpper, double Level, double Probability, bool IsChange);

/// <summary>How a search proceeds.</summary>
/// <param name="Method">The method.</param>
/// <param name="Population">Candidates of a generation.</param>
/// <param name="Generations">The most generations.</param>
/// <param name="CheckReplicates">Replicates with new random draws on which the outcome is checked; 0 for no check.</param>
public sealed record SearchText(SearchMethod Method, int Population, int Generations, int CheckReplicates);

/// <summary>How settings are searched.</summary>
public enum SearchMethod
{
    /// <summary>Covariance matrix adaptation: one goal.</summary>
    CmaEs,

    /// <summary>Non-dominated sorting: two or three goals.</summary>
    NsgaII,

    /// <summary>Every combination of settings.</summary>
    Enumerate,
}
