namespace CorridorSim.Dashboard.Runs;

/// <summary>A run that is asked for.</summary>
public sealed record RunRequest
{
    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Values that replace those of the file, as <c>path=value</c>.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>Replicates, 1 to 10,000; those of the file when null.</summary>
    public int? Replicates { get; init; }

    /// <summary>Seed; that of the file when null.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Name for people, at most 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>What is wrong with it, in one line; null when it can be run.</summary>
    public string? Problem() => this switch
    {
        { Set: null } => "set must be a list of \"path=value\"",
        { Scenario: null or "" } => "name a scenario",
        { Replicates: < 1 or > 10_000 } => "replicates must lie between 1 and 10000",
        { Name.Length: > 100 } => "the name is longer than 100 characters",
        { Set.Count: > 200 } => "more than 200 settings",
        _ when Set.Any(s => s is null) => "a setting is null; write it as \"path=value\"",
        _ when Set.Any(s => s.Length > 500) => "a setting is longer than 500 characters",
        _ => null,
    };
}
