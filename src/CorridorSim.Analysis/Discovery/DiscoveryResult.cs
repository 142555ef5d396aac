namespace CorridorSim.Analysis.Discovery;

/// <summary>What a search for rules found.</summary>
/// <param name="Target">What was looked for.</param>
/// <param name="Share">Share of replicates in which it has to hold for a point to count as a hit.</param>
/// <param name="Points">Points searched.</param>
/// <param name="Hits">Points that are hits.</param>
/// <param name="LeftOut">Points without a figure to judge by.</param>
/// <param name="Rule">The rule, after pasting, without lines that earn nothing.</param>
/// <param name="Trajectory">The trade-off of coverage, density and number of lines, from all points to the smallest box.</param>
public sealed record DiscoveryResult(Target Target, double Share, int Points, int Hits, int LeftOut, DiscoveredRule Rule, PeelingTrajectory Trajectory);
