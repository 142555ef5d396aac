namespace CorridorSim.Dashboard.Api.Evaluation;

/// <summary>A batch of points of one scenario.</summary>
public sealed record EvaluateRequest
{
    /// <summary>Name of the scenario; or give <see cref="Text"/>.</summary>
    public string? Scenario { get; init; }

    /// <summary>A scenario file, when no name is given; what it extends must be a scenario of this program.</summary>
    public string? Text { get; init; }

    /// <summary>Values that replace those of the scenario in every point, as <c>path=value</c>.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>The inputs that vary, as a sweep names them.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The points, one value for each path.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Points { get; init; }

    /// <summary>What is measured; the compact headline when left out.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>Months: a year, a month or a range of months; the whole horizon when left out.</summary>
    public string? At { get; init; }

    /// <summary>Replicates of each point, 1 to 10,000; those of the scenario when left out.</summary>
    public int? Replicates { get; init; }

    /// <summary>Key of all random draws; that of the scenario when left out.</summary>
    public ulong? Seed { get; init; }

    /// <summary><c>json</c>, <c>csv</c>, <c>parquet</c> or <c>arrow</c>.</summary>
    public string Format { get; init; } = "json";
}
