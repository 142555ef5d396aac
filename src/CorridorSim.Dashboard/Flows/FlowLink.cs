namespace CorridorSim.Dashboard.Flows;

/// <summary>People of one origin by one way to one outcome.</summary>
/// <param name="Origin">Nationality.</param>
/// <param name="Way">Channel, port or border.</param>
/// <param name="Outcome">What became of them, in words.</param>
/// <param name="IsLegal">True for a legal way.</param>
/// <param name="People">Median over replicates of the persons (or events) in the period.</param>
public sealed record FlowLink(string Origin, string Way, string Outcome, bool IsLegal, double People);
