namespace CorridorSim.Dashboard.Why;

/// <summary>A question why: a scenario, sliders moved, provisions left out.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Set">Values by path of the slider; null for none.</param>
/// <param name="Without">Provisions to leave out, as <c>agreement/provision</c>; null for none.</param>
/// <param name="Replicates">Replicates, 1 to 1,000; 64 when left out.</param>
public sealed record WhyRequest(string Scenario, IReadOnlyDictionary<string, double>? Set = null, IReadOnlyList<string>? Without = null, int? Replicates = null);
