namespace CorridorSim.Dashboard.Charts;

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
}
