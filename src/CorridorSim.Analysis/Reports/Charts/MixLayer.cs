namespace CorridorSim.Analysis.Reports.Charts;

/// <summary>One layer of a <see cref="MixChart"/>.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Color">Class of its colour in the style sheet.</param>
/// <param name="Monthly">Values, none below 0.</param>
public sealed record MixLayer(string Name, string Color, double[] Monthly);
