namespace CorridorSim.Dashboard.Api;

/// <summary>What the run store holds.</summary>
/// <param name="Runs">Runs, newest first.</param>
/// <param name="Damaged">Folders that cannot be read.</param>
public sealed record RunListAnswer(IReadOnlyList<RunAnswer> Runs, IReadOnlyList<DamagedAnswer> Damaged);
