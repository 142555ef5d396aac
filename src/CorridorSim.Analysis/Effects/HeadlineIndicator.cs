namespace CorridorSim.Analysis.Effects;

/// <summary>An indicator that every table and page shows first.</summary>
/// <param name="Words">What it is called.</param>
/// <param name="Name">How it is worked out.</param>
public sealed record HeadlineIndicator(string Words, IndicatorName Name);
