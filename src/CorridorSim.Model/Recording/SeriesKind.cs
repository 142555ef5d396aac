namespace CorridorSim.Model.Recording;

/// <summary>How the ticks of a period make its value.</summary>
public enum SeriesKind
{
    /// <summary>Sum over the ticks of the period.</summary>
    Flow,

    /// <summary>Value at the end of the period.</summary>
    Stock,
}
