namespace CorridorSim.Runs.Sweeps;

/// <summary>Where a sweep stands, as its manifest says.</summary>
public static class SweepStatus
{
    /// <summary>At work, or ended without notice: the lock tells which.</summary>
    public const string Running = "running";

    /// <summary>Stopped by the user; can be resumed.</summary>
    public const string Stopped = "stopped";

    /// <summary>Every lane succeeded.</summary>
    public const string Complete = "complete";

    /// <summary>Finished, but some lanes failed.</summary>
    public const string SomeLanesFailed = "some-lanes-failed";
}
