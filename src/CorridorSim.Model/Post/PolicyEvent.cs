namespace CorridorSim.Model.Post;

/// <summary>An act of an instrument in one or more lanes.</summary>
/// <param name="Month">Month in which it happened, counted from the start of the horizon.</param>
/// <param name="Instrument">Identifier of the agreement or the measures.</param>
/// <param name="Provision">Identifier of the provision, or empty for the whole instrument.</param>
/// <param name="Act">in force, scaled, suspended, resumed or ended.</param>
/// <param name="Reason">Why.</param>
/// <param name="Lanes">Lanes in which it happened, ascending, as numbers of the experiment.</param>
public sealed record PolicyEvent(
    int Month,
    string Instrument,
    string Provision,
    string Act,
    string Reason,
    IReadOnlyList<long> Lanes);
