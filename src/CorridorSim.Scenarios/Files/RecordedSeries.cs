namespace CorridorSim.Scenarios.Files;

/// <summary>What a scenario asks to record.</summary>
public enum RecordedSeries
{
    /// <summary>The headline series: totals over nationalities.</summary>
    Headline,

    /// <summary>The headline, and flows by nationality.</summary>
    Flows,

    /// <summary>Every series.</summary>
    Full,
}
