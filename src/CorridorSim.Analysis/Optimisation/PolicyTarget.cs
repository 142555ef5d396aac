using CorridorSim.Analysis.Effects;

namespace CorridorSim.Analysis.Optimisation;

/// <summary>An indicator over a period that a goal or a constraint looks at.</summary>
/// <param name="Name">The indicator.</param>
/// <param name="Period">The months.</param>
/// <param name="Words">What it is called.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Column">Its place among the figures that are worked out for every lane.</param>
public sealed record PolicyTarget(IndicatorName Name, Period Period, string Words, string Unit, int Column);
