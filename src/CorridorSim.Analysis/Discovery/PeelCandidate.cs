namespace CorridorSim.Analysis.Discovery;

/// <summary>A slice that could be peeled off.</summary>
/// <param name="Line">The restriction that removes it, taking the place of the factor's present one.</param>
/// <param name="Rows">The points that remain.</param>
/// <param name="Merit">Gain in density per point removed.</param>
internal sealed record PeelCandidate(BoxRestriction Line, int[] Rows, double Merit);
