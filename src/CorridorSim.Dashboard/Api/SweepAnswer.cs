namespace CorridorSim.Dashboard.Api;

/// <summary>A sweep of the store.</summary>
public sealed record SweepAnswer(string SweepId, string Title, string Status, int Points, int Replicates, string? ResultHash);
