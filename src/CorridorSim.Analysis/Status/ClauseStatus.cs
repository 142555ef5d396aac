using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Status;

/// <summary>What became of a provision that adds places: medians over replicates, sums over the whole period.</summary>
/// <param name="Provision">Identifier.</param>
/// <param name="Promised">Places by its dates and phase-in.</param>
/// <param name="Delivered">Places after conditions, compliance and reciprocity.</param>
/// <param name="TakenUp">
/// People beyond the baseline where the places are, by whatever the scenario changes; null where there is no baseline or it is
/// not known where the places are.
/// </param>
/// <param name="Where">The indicator that counts them, such as <c>admissions:usa-resettlement</c>; empty when not known.</param>
public sealed record ClauseStatus(string Provision, Band Promised, Band Delivered, Band? TakenUp, string Where);
