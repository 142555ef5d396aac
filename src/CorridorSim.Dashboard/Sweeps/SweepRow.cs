using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;

namespace CorridorSim.Dashboard.Sweeps;

/// <summary>A sweep in a list.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="Spark">Its first figure, mean over replicates at each point, from the least to the greatest; null when there is none yet.</param>
public sealed record SweepRow(StoredSweep Sweep, double[]? Spark)
{
    /// <summary>Where it stands, in words.</summary>
    public string State => Sweep.Manifest switch
    {
        { Status: SweepStatus.Complete } => "finished",
        { Status: SweepStatus.SomeLanesFailed } m => FormattableString.Invariant($"finished, {m.Failures.Count:#,0} of {m.Lanes:#,0} histories failed"),
        { Status: SweepStatus.Running } => $"at work, {Parts} done",
        { Status: SweepStatus.Interrupted } => $"interrupted, {Parts} done; can be resumed",
        _ => $"stopped, {Parts} done; can be resumed",
    };

    private string Parts => FormattableString.Invariant($"{Sweep.Manifest.BlocksDone:#,0} of {Sweep.Manifest.Blocks:#,0} parts");
}
