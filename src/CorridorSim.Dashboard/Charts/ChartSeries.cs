namespace CorridorSim.Dashboard.Charts;

/// <summary>One line, area or group of bars.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Color">Colour, <c>#rrggbb</c>.</param>
/// <param name="Values">One value a category; medians where there is a band.</param>
/// <param name="Lower">Lower ends of the interval, or null.</param>
/// <param name="Upper">Upper ends of the interval, or null.</param>
/// <param name="IsDashed">True for a baseline or what is observed.</param>
public sealed record ChartSeries(string Name, string Color, double[] Values, double[]? Lower = null, double[]? Upper = null, bool IsDashed = false)
{
    /// <summary>True for what was observed: it is drawn as points.</summary>
    public bool IsRecord { get; init; }

    /// <summary>A line with its band.</summary>
    public static ChartSeries Of(string name, string color, Fan fan, bool isDashed = false)
    {
        ArgumentNullException.ThrowIfNull(fan);
        return new ChartSeries(name, color, fan.Median, fan.Lower, fan.Upper, isDashed);
    }
}
