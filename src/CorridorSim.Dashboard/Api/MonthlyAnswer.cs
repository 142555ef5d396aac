namespace CorridorSim.Dashboard.Api;

/// <summary>Monthly median and 90 % interval over replicates; null where nothing can be said.</summary>
public sealed record MonthlyAnswer(
    string Indicator, string Unit, IReadOnlyList<string> Months, IReadOnlyList<double?> Median, IReadOnlyList<double?> P05, IReadOnlyList<double?> P95);
