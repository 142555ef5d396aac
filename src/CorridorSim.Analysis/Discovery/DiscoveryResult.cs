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

/// <summary>A rule under which a target holds.</summary>
/// <param name="Box">Where the factors have to lie, and how well the rule tells hits from the rest.</param>
/// <param name="Lines">The rule in words, one line per restricted factor.</param>
/// <param name="QuasiP">Per line: the chance that the rule would do as well without it; small means that the line matters.</param>
public sealed record DiscoveredRule(Box Box, IReadOnlyList<string> Lines, IReadOnlyList<double> QuasiP);
