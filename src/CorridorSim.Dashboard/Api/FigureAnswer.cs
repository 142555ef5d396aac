namespace CorridorSim.Dashboard.Api;

/// <summary>A headline figure: median and 90 % interval over replicates; null where nothing can be said.</summary>
public sealed record FigureAnswer(string Indicator, string Unit, string Period, double? Median, double? P05, double? P95);
