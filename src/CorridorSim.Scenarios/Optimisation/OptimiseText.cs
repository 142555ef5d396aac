using CorridorSim.Scenarios.Compilation;

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
