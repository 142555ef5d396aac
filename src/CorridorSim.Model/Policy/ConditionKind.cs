namespace CorridorSim.Model.Policy;

/// <summary>What a condition does when its indicator crosses its thresholds.</summary>
public enum ConditionKind
{
    /// <summary>In force only while the indicator has passed the threshold; off again below the release level.</summary>
    InForceWhen,

    /// <summary>Suspended while the indicator has passed the threshold; resumed when it falls back.</summary>
    SuspendWhen,

    /// <summary>Every so many months: keep, scale or end, by the indicator or without one.</summary>
    Review,
}
