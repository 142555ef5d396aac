namespace CorridorSim.Runs.Sweeps;

/// <summary>A sweep was stopped by the user; what is finished is kept and it can be resumed.</summary>
/// <param name="sweep">The sweep as it stands.</param>
/// <param name="cause">The cancellation.</param>
public sealed class SweepStoppedException(StoredSweep sweep, OperationCanceledException cause)
    : OperationCanceledException($"stopped after {sweep.Manifest.BlocksDone} of {sweep.Manifest.Blocks} blocks", cause, cause.CancellationToken)
{
    /// <summary>The sweep as it stands.</summary>
    public StoredSweep Sweep { get; } = sweep;
}
