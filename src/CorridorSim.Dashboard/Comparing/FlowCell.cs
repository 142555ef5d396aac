using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Dashboard.Comparing;

/// <summary>Movement between two countries.</summary>
/// <param name="Median">Median over replicates.</param>
/// <param name="Lower">Lower end of the 90 % interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Verdict">How sure the sign is, where it is a difference.</param>
public readonly record struct FlowCell(double Median, double Lower, double Upper, Verdict Verdict);
