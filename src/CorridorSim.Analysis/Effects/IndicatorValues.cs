namespace CorridorSim.Analysis.Effects;

/// <summary>One figure per replicate.</summary>
/// <param name="Name">The indicator in words or as <see cref="IndicatorName"/>.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Period">Months it covers.</param>
/// <param name="Values">One value per replicate; not-a-number where the lane failed.</param>
public sealed record IndicatorValues(string Name, string Unit, Period Period, double[] Values);
