namespace CorridorSim.Analysis.Effects;

/// <summary>What a provision did in one replicate.</summary>
/// <param name="Month">Month, counted from the first of the ensemble.</param>
/// <param name="Instrument">Identifier of the agreement or measures.</param>
/// <param name="Provision">Identifier of the provision.</param>
/// <param name="Act">in force, scaled, suspended, resumed or ended.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Replicate">The replicate, from 0.</param>
public sealed record PolicyAct(int Month, string Instrument, string Provision, string Act, string Reason, int Replicate);
