namespace CorridorSim.Fuzzing.Targets;

/// <summary>Everything in CorridorSim that reads what strangers wrote, and that runs what it has read.</summary>
public static class AllTargets
{
    /// <summary>Names and makers of all targets, with the share of inputs that each gets.</summary>
    public static IReadOnlyList<(string Name, int Weight, Func<Task<IFuzzTarget>> Create)> List { get; } =
    [
        ("scenario", 50, () => Task.FromResult<IFuzzTarget>(new ScenarioTarget())),
        .. FileTarget.Names.Select(n => (n, 4, (Func<Task<IFuzzTarget>>)(() => Task.FromResult<IFuzzTarget>(FileTarget.Of(n))))),
        ("run", 1, () => Task.FromResult<IFuzzTarget>(new RunTarget())),
        ("world", 6, () => Task.FromResult<IFuzzTarget>(new WorldTarget())),
        ("manifest", 10, () => Task.FromResult<IFuzzTarget>(new ManifestTarget())),
        ("query", 2, () => Task.FromResult<IFuzzTarget>(new QueryTarget())),
        ("api", 16, async () => await ApiTarget.StartAsync()),
    ];
}
