namespace CorridorSim.Analysis.Effects;

/// <summary>Whether a condition is true of a comparison.</summary>
/// <param name="IsTrue">Null when it cannot be known, because a figure is not a number.</param>
/// <param name="Lack">What it lacks then, in words; empty otherwise.</param>
public sealed record ConditionAnswer(bool? IsTrue, string Lack);
