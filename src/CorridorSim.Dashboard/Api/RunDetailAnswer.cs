namespace CorridorSim.Dashboard.Api;

/// <summary>A run with its headline figures.</summary>
/// <param name="Run">The run.</param>
/// <param name="Headline">Its figures.</param>
public sealed record RunDetailAnswer(RunAnswer Run, IReadOnlyList<FigureAnswer> Headline);
