using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Worlds;

/// <summary>A destination border with its waiting place on the other side.</summary>
/// <param name="Id">Identifier, for example <c>MEX&gt;USA</c>.</param>
/// <param name="Destination">The country that is entered.</param>
/// <param name="WaitingPlace">Index of the place where people wait or set out.</param>
/// <param name="DeathProbability">Slot: deaths per person who attempts to cross between ports.</param>
/// <param name="ReturnAcceptance">Slot: expulsions and returns a month that the neighbour accepts, events.</param>
/// <param name="PortPlaces">Slot: appointments a month at the port open to all nationalities with access.</param>
/// <param name="Regimes">One regime per nationality, in order of nationality.</param>
public sealed record Border(
    string Id,
    CountryIndex Destination,
    int WaitingPlace,
    Slot DeathProbability,
    Slot ReturnAcceptance,
    Slot PortPlaces,
    IReadOnlyList<BorderRegime> Regimes) : IInputOwner<Border>;
