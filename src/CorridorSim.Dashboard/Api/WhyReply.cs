namespace CorridorSim.Dashboard.Api;

/// <summary>An effect split over provisions.</summary>
/// <param name="IsExact">True when every combination was simulated.</param>
/// <param name="Combinations">Combinations simulated.</param>
/// <param name="Parts">Parts and totals by indicator; means of the parts add up to the mean of the total.</param>
public sealed record WhyReply(bool IsExact, int Combinations, IReadOnlyList<WhyPartAnswer> Parts);
