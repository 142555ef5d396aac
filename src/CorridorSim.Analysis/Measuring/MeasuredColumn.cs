using CorridorSim.Analysis.Effects;

namespace CorridorSim.Analysis.Measuring;

/// <summary>One figure that is worked out for every lane.</summary>
/// <param name="Words">What it is called.</param>
/// <param name="Name">The indicator.</param>
/// <param name="Unit">Unit of the figure.</param>
/// <param name="Period">Months it covers.</param>
public sealed record MeasuredColumn(string Words, IndicatorName Name, string Unit, Period Period);
