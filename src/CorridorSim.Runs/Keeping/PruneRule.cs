namespace CorridorSim.Runs.Keeping;

/// <summary>Which runs and sweeps are thrown away together. What is pinned, running or can still be resumed always stays.</summary>
public sealed record PruneRule
{
    /// <summary>Only what is older than this; null for any age.</summary>
    public TimeSpan? OlderThan { get; init; }

    /// <summary>How many of the newest stay; null for none.</summary>
    public int? Keep { get; init; }

    /// <summary>Only this scenario; null for all.</summary>
    public string? Scenario { get; init; }

    /// <summary>Only this kind, <c>run</c> or <c>sweep</c>; null for both.</summary>
    public string? Kind { get; init; }

    /// <summary>What goes, oldest first.</summary>
    /// <param name="entries">What there is, newest first.</param>
    /// <param name="now">The time from which ages count.</param>
    public IReadOnlyList<StoreEntry> Choose(IEnumerable<StoreEntry> entries, DateTimeOffset now) =>
    [
        .. entries
            .Where(e => (Scenario is null || e.Scenario == Scenario) && (Kind is null || e.Kind == Kind))
            .Where(e => e.IsFinished && StoreRemoval.Obstacle(e) is null)
            .Skip(Keep ?? 0)
            .Where(e => OlderThan is not { } age || now - e.Created > age)
            .Reverse(),
    ];
}
