using CorridorSim.Analysis.Effects;

namespace CorridorSim.Dashboard.Comparing;

/// <summary>Movement between two countries.</summary>
/// <param name="Median">Median over replicates.</param>
/// <param name="Lower">Lower end of the 90 % interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Effect">What the two say, where it is a difference; null where it is a level.</param>
public readonly record struct FlowCell(double Median, double Lower, double Upper, Effect? Effect = null);
