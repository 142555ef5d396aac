using CorridorSim.Model.Engine;
using Orleans;

namespace CorridorSim.Grains.Messages;

/// <summary>The report of a participant on its way to the clock; inside a silo it is passed on without a copy.</summary>
/// <param name="Report">The report.</param>
[GenerateSerializer]
[Immutable]
public sealed record ReportParcel([property: Id(0)] ParticipantReport Report);
