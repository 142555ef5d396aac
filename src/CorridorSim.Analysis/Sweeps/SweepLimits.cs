using System.Globalization;
using CorridorSim.Scenarios.Sweeps;

namespace CorridorSim.Analysis.Sweeps;

/// <summary>How large a sweep may be: more would take years, and more memory than there is.</summary>
public static class SweepLimits
{
    /// <summary>Lanes of a sweep: points x replicates. The figures of all lanes are put into one table at the end.</summary>
    public const long MostLanes = 10_000_000;

    /// <summary>What forbids a sweep, in one line; null when it may be run.</summary>
    /// <param name="points">Points of its design.</param>
    /// <param name="replicates">Replicates of each point, at least 1.</param>
    public static string? Obstacle(long points, int replicates) =>
        points is < 1 or > SweepFile.MostPoints
            ? string.Create(CultureInfo.InvariantCulture, $"the design has {points:#,0} points; at most {SweepFile.MostPoints:#,0} are allowed: give fewer levels or sample")
        : points * replicates > MostLanes
            ? string.Create(CultureInfo.InvariantCulture, $"{points:#,0} points of {replicates:#,0} replicates are {points * replicates:#,0} lanes; at most {MostLanes:#,0} are allowed: give fewer points or replicates")
        : null;
}
