namespace CorridorSim.Dashboard.Api;

/// <summary>Median and 90 % interval over replicates by month, or by week or quarter where those were asked for; null where nothing can be said.</summary>
public sealed record MonthlyAnswer(
    string Indicator, string Unit, IReadOnlyList<string> Months, IReadOnlyList<double?> Median, IReadOnlyList<double?> P05, IReadOnlyList<double?> P95);
