namespace CorridorSim.Dashboard.Shared.Charts;

/// <summary>A chart with everything a reader needs to trust it: finding, unit, replicates, interval, data and command.</summary>
public sealed record ChartSpec
{
    /// <summary>Identifier unique on the page, letters and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>The finding in one sentence.</summary>
    public required string Title { get; init; }

    /// <summary>Unit of the values.</summary>
    public required string Unit { get; init; }

    /// <summary>Replicates and interval, in words.</summary>
    public required string Note { get; init; }

    /// <summary>How it is drawn.</summary>
    public ChartKind Kind { get; init; }

    /// <summary>Months (<c>yyyy-MM</c>) or categories.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>What runs along the horizontal axis with its unit; null where that is plain.</summary>
    public string? Across { get; init; }

    /// <summary>What is drawn, in order.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>Last month that the world was fitted to, <c>yyyy-MM</c>: later months are shaded; null for no shade.</summary>
    public string? FittedTo { get; init; }

    /// <summary>Dates to mark.</summary>
    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

    /// <summary>Indicator for exports, as the command line writes it.</summary>
    public required string Indicator { get; init; }

    /// <summary>The command line that makes the same numbers.</summary>
    public string Command { get; init; } = string.Empty;

    /// <summary>True where zero must be in sight, as with differences.</summary>
    public bool ShowsZero { get; init; }

    /// <summary>Address of the dictionary entry; null for none.</summary>
    public string? Meaning { get; init; }

    /// <summary>True when there is nothing to draw.</summary>
    public bool IsEmpty => Series.Count == 0 || Categories.Count == 0;
}

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

/// <summary>A date that a chart marks.</summary>
/// <param name="Month">Month, <c>yyyy-MM</c>.</param>
/// <param name="Words">What happened.</param>
public sealed record ChartMark(string Month, string Words);
