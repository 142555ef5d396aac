namespace CorridorSim.Dashboard.Api;

/// <summary>What a provision brings to one indicator; null where nothing can be said.</summary>
public sealed record WhyPartAnswer(string Provision, string Indicator, string Unit, double? Mean, double? Median, double? P05, double? P95);
