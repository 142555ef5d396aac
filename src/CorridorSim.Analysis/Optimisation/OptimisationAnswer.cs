using CorridorSim.Model.Post;

namespace CorridorSim.Analysis.Optimisation;

/// <summary>What a search for settings found.</summary>
public sealed record OptimisationAnswer
{
    /// <summary>The problem.</summary>
    public required PolicyProblem Problem { get; init; }

    /// <summary>The base scenario as it is.</summary>
    public required Candidate Baseline { get; init; }

    /// <summary>
    /// With one goal the best candidate, with several those that no other dominates, by the first goal; empty when no candidate
    /// keeps the constraints.
    /// </summary>
    public required IReadOnlyList<Candidate> Best { get; init; }

    /// <summary>The same with new random draws; empty without a check.</summary>
    public required IReadOnlyList<CheckedCandidate> Checks { get; init; }

    /// <summary>The candidate that comes nearest to the constraints; it keeps them when any does.</summary>
    public required Candidate Nearest { get; init; }

    /// <summary>Per lever the least and greatest setting of candidates that are not told apart from the best; empty with several goals.</summary>
    public required IReadOnlyList<(double Lower, double Upper)> NearBest { get; init; }

    /// <summary>The course of the search.</summary>
    public required IReadOnlyList<SearchProgress> Course { get; init; }

    /// <summary>Whether the search ended by itself rather than at the most generations.</summary>
    public required bool HasConverged { get; init; }

    /// <summary>Candidates simulated.</summary>
    public required int Evaluated { get; init; }

    /// <summary>Lanes simulated, with those of the check.</summary>
    public required long Lanes { get; init; }

    /// <summary>Lanes that failed.</summary>
    public required IReadOnlyList<LaneFailure> Failures { get; init; }
}

/// <summary>Where a search for settings stands.</summary>
/// <param name="Generation">Generations done.</param>
/// <param name="MostGenerations">The most there will be.</param>
/// <param name="Evaluated">Candidates simulated.</param>
/// <param name="Feasible">Those among them that keep the constraints.</param>
/// <param name="Best">Best value of each goal among those, in its own unit; null when there are none.</param>
public sealed record SearchProgress(int Generation, int MostGenerations, int Evaluated, int Feasible, double[]? Best);
