namespace CorridorSim.Runs.Sweeps;

/// <summary>A block that is on disk.</summary>
/// <param name="Block">Number of the block, from 0.</param>
/// <param name="Key">Hash of what the block is: a block of the same key has the same numbers, in whichever sweep.</param>
/// <param name="Bytes">Length of its file.</param>
/// <param name="Checksum">SHA-256 of its file.</param>
/// <param name="LedgerError">Greatest relative error of any ledger.</param>
/// <param name="Failures">Lanes that failed, counted from the first of the block.</param>
/// <param name="Reused">Sweep that it was taken from; null when it was simulated.</param>
public sealed record JournalEntry(
    int Block, string Key, long Bytes, string Checksum, double LedgerError, IReadOnlyList<JournalFailure> Failures, string? Reused = null);
