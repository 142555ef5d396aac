namespace CorridorSim.Analysis.Robustness;

/// <summary>Which way an indicator is better.</summary>
public enum IndicatorDirection
{
    /// <summary>More is better.</summary>
    MoreIsBetter,

    /// <summary>Less is better.</summary>
    LessIsBetter,
}
