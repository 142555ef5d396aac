namespace CorridorSim.Analysis.Discovery;

/// <summary>A rule under which a target holds.</summary>
/// <param name="Box">Where the factors have to lie, and how well the rule tells hits from the rest.</param>
/// <param name="Lines">The rule in words, one line per restricted factor.</param>
/// <param name="QuasiP">Per line: the chance that the rule would do as well without it; small means that the line matters.</param>
public sealed record DiscoveredRule(Box Box, IReadOnlyList<string> Lines, IReadOnlyList<double> QuasiP);
