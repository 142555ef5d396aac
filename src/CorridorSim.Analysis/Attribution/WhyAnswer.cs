using CorridorSim.Model.Post;

namespace CorridorSim.Analysis.Attribution;

/// <summary>Why a scenario differs from its base.</summary>
/// <param name="Players">Clauses or agreements that differ.</param>
/// <param name="Effects">One per indicator.</param>
/// <param name="IsExact">Whether every subset was simulated; otherwise orders of joining were sampled.</param>
/// <param name="Subsets">Subsets simulated.</param>
/// <param name="Lanes">Lanes simulated.</param>
/// <param name="Failures">Lanes that failed; their replicates are left out of every part.</param>
public sealed record WhyAnswer(
    IReadOnlyList<WhyPlayer> Players,
    IReadOnlyList<WhyEffect> Effects,
    bool IsExact,
    int Subsets,
    long Lanes,
    IReadOnlyList<LaneFailure> Failures);
