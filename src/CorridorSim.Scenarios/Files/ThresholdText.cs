namespace CorridorSim.Scenarios.Files;

/// <summary>A level that an effect must not pass, as a comparison file states it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Statistic">The figure of its effect, for example <c>difference</c> or <c>p05</c>.</param>
/// <param name="Above">True when the threshold is passed above the level, false when below.</param>
/// <param name="Level">The level, in the unit of the indicator; a part of the base for <c>relative</c>.</param>
public sealed record ThresholdText(string Id, string Indicator, string Statistic, bool Above, double Level);
