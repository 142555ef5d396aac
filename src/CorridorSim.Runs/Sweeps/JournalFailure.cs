namespace CorridorSim.Runs.Sweeps;

/// <summary>A lane of a block that failed.</summary>
/// <param name="Row">The lane, counted from the first of the block.</param>
/// <param name="Where">Country or agreement where it was noticed.</param>
/// <param name="Tick">Tick at which it was noticed.</param>
/// <param name="Reason">What was wrong.</param>
/// <param name="IsLost">True when the lane itself may be sound: its workers were lost.</param>
public sealed record JournalFailure(int Row, string Where, int Tick, string Reason, bool IsLost = false);
