namespace CorridorSim.Model.Recording;

/// <summary>What a clause or an agreement can do, and the reasons that are no condition, as the journal of a run names them.</summary>
public static class PolicyActs
{
    /// <summary>It comes into force.</summary>
    public const string InForce = "in force";

    /// <summary>A review or a count changes its weight.</summary>
    public const string Scaled = "scaled";

    /// <summary>A condition holds it back.</summary>
    public const string Suspended = "suspended";

    /// <summary>It is held back no more.</summary>
    public const string Resumed = "resumed";

    /// <summary>It ends.</summary>
    public const string Ended = "ended";

    /// <summary>Reason: the dates that it states.</summary>
    public const string ByDates = "its dates";

    /// <summary>Reason: all have been moved whom it was to move.</summary>
    public const string CeilingReached = "its ceiling is reached";
}
