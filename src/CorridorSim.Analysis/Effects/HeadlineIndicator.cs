namespace CorridorSim.Analysis.Effects;

/// <summary>One headline figure of one variant.</summary>
/// <param name="Name">Indicator in words.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Period">Months it covers.</param>
/// <param name="Values">One value per replicate.</param>
public sealed record HeadlineIndicator(string Name, string Unit, string Period, double[] Values);
