using CorridorSim.Runs.Folders;

namespace CorridorSim.Runs.Sweeps;

/// <summary>The sweeps of a run store.</summary>
/// <param name="Sweeps">Readable sweeps, newest first.</param>
/// <param name="Damaged">Folders that cannot be read.</param>
public sealed record SweepListing(IReadOnlyList<StoredSweep> Sweeps, IReadOnlyList<DamagedRun> Damaged);
