namespace CorridorSim.Dashboard.Charts;

/// <summary>How a chart is drawn.</summary>
public enum ChartKind
{
    /// <summary>Lines with bands over months.</summary>
    Fan,

    /// <summary>Areas on top of each other over months.</summary>
    Stack,

    /// <summary>Horizontal bars with intervals over categories.</summary>
    Bars,

    /// <summary>Horizontal bars, each beginning where the last ended; the last is the total.</summary>
    Waterfall,

    /// <summary>Points with intervals over months or categories.</summary>
    Points,
}
