using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Post;

/// <summary>What one participant sends to others at one tick.</summary>
/// <param name="Wire">Index of the wire in <see cref="BlockPlan.Wires"/>: who sends it, to whom, and what its rows are.</param>
/// <param name="Rows">Quantities by row and lane; not written again until every recipient has read them.</param>
/// <param name="IsNew">
/// By octet, whether any of its rows differs from the tick before; where none does, <paramref name="Rows"/> says nothing. Null for letters that
/// say everything at each tick.
/// </param>
public readonly record struct Letter(int Wire, LaneTable Rows, bool[]? IsNew = null);
