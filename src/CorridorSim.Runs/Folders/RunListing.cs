namespace CorridorSim.Runs.Folders;

/// <summary>What a run store holds.</summary>
/// <param name="Runs">Readable runs, newest first.</param>
/// <param name="Damaged">Folders that cannot be read.</param>
public sealed record RunListing(IReadOnlyList<StoredRun> Runs, IReadOnlyList<DamagedRun> Damaged);
