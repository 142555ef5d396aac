using CorridorSim.Model.Post;

namespace CorridorSim.Analysis.Effects;

/// <summary>Tells which replicates of a variant failed.</summary>
internal static class FailedReplicates
{
    /// <summary>The replicates, counted from 0.</summary>
    public static IReadOnlySet<int> Of(IEnumerable<LaneFailure> failures, int variant, int replicates) =>
        new HashSet<int>(failures.Where(f => f.Lane / replicates == variant).Select(f => (int)(f.Lane % replicates)));
}
