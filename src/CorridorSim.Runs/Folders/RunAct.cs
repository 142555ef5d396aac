namespace CorridorSim.Runs.Folders;

/// <summary>What an agreement or measure did, counted over replicates.</summary>
/// <param name="Month">Month, <c>yyyy-MM</c>.</param>
/// <param name="Instrument">Agreement or measures.</param>
/// <param name="Provision">Provision.</param>
/// <param name="Act">In force, suspended, resumed or ended.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Replicates">Replicates in which it happened.</param>
public sealed record RunAct(string Month, string Instrument, string Provision, string Act, string Reason, int Replicates);
