namespace CorridorSim.Model.Recording;

/// <summary>How the ticks of a month make its value.</summary>
public enum SeriesKind
{
    /// <summary>Sum over the ticks of the month.</summary>
    Flow,

    /// <summary>Value at the end of the month.</summary>
    Stock,
}
