using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Post;

/// <summary>What one participant sends to others at one tick.</summary>
/// <param name="Wire">Index of the wire in <see cref="BlockPlan.Wires"/>: who sends it, to whom, and what its rows are.</param>
/// <param name="Rows">Quantities by row and lane; not written again until every recipient has read them.</param>
public readonly record struct Letter(int Wire, LaneTable Rows);
