namespace CorridorSim.Scenarios.Files;

/// <summary>A comparison as its file states it.</summary>
public sealed record ComparisonText
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Title in words.</summary>
    public required string Title { get; init; }

    /// <summary>The base: path of a scenario file, or a run.</summary>
    public required string Baseline { get; init; }

    /// <summary>What is compared with it: paths of scenario files, or runs.</summary>
    public required IReadOnlyList<string> Runs { get; init; }

    /// <summary>Names or patterns of indicators; the headline when empty.</summary>
    public required IReadOnlyList<string> Indicators { get; init; }

    /// <summary>Months, as <c>2024</c>, <c>2024-03</c> or <c>2023-10..2024-03</c>; null for all.</summary>
    public string? At { get; init; }

    /// <summary>Replicates; null for those of the base.</summary>
    public int? Replicates { get; init; }

    /// <summary>Seed; null for that of the base.</summary>
    public long? Seed { get; init; }

    /// <summary>Levels that no effect may pass.</summary>
    public required IReadOnlyList<ThresholdText> Thresholds { get; init; }
}

/// <summary>A level that an effect must not pass, as a comparison file states it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Statistic">The figure of its effect, for example <c>difference</c> or <c>p05</c>.</param>
/// <param name="Above">True when the threshold is passed above the level, false when below.</param>
/// <param name="Level">The level, in the unit of the indicator; a part of the base for <c>relative</c>.</param>
public sealed record ThresholdText(string Id, string Indicator, string Statistic, bool Above, double Level);
