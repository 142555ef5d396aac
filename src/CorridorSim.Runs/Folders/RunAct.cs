namespace CorridorSim.Runs.Folders;

/// <summary>What an agreement or measure did, counted over replicates or in one of them.</summary>
/// <param name="Month">Month, <c>yyyy-MM</c>.</param>
/// <param name="Instrument">Agreement or measures.</param>
/// <param name="Provision">Provision.</param>
/// <param name="Act">In force, suspended, resumed or ended.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Replicates">Number of replicates in which it happened, or which one.</param>
public sealed record RunAct(string Month, string Instrument, string Provision, string Act, string Reason, int Replicates);
