namespace CorridorSim.Dashboard.Jobs;

/// <summary>How far a job is.</summary>
public enum JobState
{
    /// <summary>Others are before it.</summary>
    Waiting,

    /// <summary>It is being simulated.</summary>
    Running,

    /// <summary>Its run is in the store.</summary>
    Done,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>Somebody stopped it.</summary>
    Stopped,
}
