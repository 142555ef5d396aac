namespace CorridorSim.Runs.Running;

/// <summary>How far an experiment is.</summary>
/// <param name="LanesDone">Lanes finished.</param>
/// <param name="Lanes">Lanes in all.</param>
/// <param name="Elapsed">Time since the start.</param>
public readonly record struct RunProgress(long LanesDone, long Lanes, TimeSpan Elapsed)
{
    /// <summary>Time left at the pace so far; null before the first block.</summary>
    public TimeSpan? Left => LanesDone == 0 ? null : Elapsed * ((double)(Lanes - LanesDone) / LanesDone);
}
