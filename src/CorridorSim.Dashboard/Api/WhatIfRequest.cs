namespace CorridorSim.Dashboard.Api;

/// <summary>A what-if question.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Set">Values by path, as <c>/scenarios/{name}/levers</c> lists them.</param>
/// <param name="Replicates">Replicates, 1 to 1,000; 64 when left out.</param>
public sealed record WhatIfRequest(string Scenario, IReadOnlyDictionary<string, double>? Set = null, int? Replicates = null);
