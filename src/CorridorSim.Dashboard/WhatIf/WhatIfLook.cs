namespace CorridorSim.Dashboard.WhatIf;

/// <summary>How an answer is to be shown.</summary>
/// <param name="ShowsLevels">Levels beside the baseline instead of the change from it.</param>
/// <param name="IsMapDifference">The map of what widens and narrows instead of who moves where.</param>
/// <param name="Command">The command line that makes the numbers.</param>
public sealed record WhatIfLook(bool ShowsLevels, bool IsMapDifference, string Command)
{
    /// <summary>What was observed of the world; null until it is read.</summary>
    public Analysis.Records.RecordedMonths? Record { get; init; }

    /// <summary>Sliders as moved, by path.</summary>
    public IReadOnlyDictionary<string, double> Moved { get; init; } = new Dictionary<string, double>();
}
