namespace CorridorSim.Model.Post;

/// <summary>A lane whose history cannot be used, and why.</summary>
/// <param name="Lane">Number of the lane in the experiment.</param>
/// <param name="Participant">Name of the country or agreement where it was noticed.</param>
/// <param name="Tick">Tick at which it was noticed.</param>
/// <param name="Reason">What was wrong.</param>
/// <param name="IsLost">True when nothing is known to be wrong with the lane: whoever simulated it was lost each time.</param>
public sealed record LaneFailure(long Lane, string Participant, int Tick, string Reason, bool IsLost = false);
