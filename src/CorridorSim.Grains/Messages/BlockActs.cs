using CorridorSim.Model.Engine;

namespace CorridorSim.Grains.Messages;

/// <summary>What happened in a block.</summary>
/// <param name="Events">Acts of instruments.</param>
/// <param name="Failures">Lanes that ended early.</param>
public sealed record BlockActs(IReadOnlyList<PolicyEvent> Events, IReadOnlyList<LaneFailure> Failures);
