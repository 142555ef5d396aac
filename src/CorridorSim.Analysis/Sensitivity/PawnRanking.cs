using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Sensitivity;

/// <summary>Indices of all factors beside those of a factor that does nothing.</summary>
/// <param name="Factors">In the order of the factors.</param>
/// <param name="DummyMedian">
/// The median index that a factor without influence reaches by chance at this sample size; a factor whose index does not exceed
/// the upper end cannot be told from one without influence.
/// </param>
/// <param name="DummyMax">The same for the maximum.</param>
public sealed record PawnRanking(IReadOnlyList<PawnIndex> Factors, Band DummyMedian, Band DummyMax);
