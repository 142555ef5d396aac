namespace CorridorSim.Runs.Sweeps;

/// <summary>Where a sweep stands, as <see cref="SweepStore"/> tells it.</summary>
public static class SweepStatus
{
    /// <summary>A process is at work on it. A manifest that says so is believed only while its lock is held.</summary>
    public const string Running = "running";

    /// <summary>Stopped by the user, or not begun yet; can be resumed.</summary>
    public const string Stopped = "stopped";

    /// <summary>Its process was killed, or could not write any more; can be resumed. No manifest says so of itself.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>Every lane succeeded.</summary>
    public const string Complete = "complete";

    /// <summary>Finished, but some lanes failed.</summary>
    public const string SomeLanesFailed = "some-lanes-failed";
}
