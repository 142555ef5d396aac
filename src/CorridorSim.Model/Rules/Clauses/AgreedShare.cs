using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Clauses;

/// <summary>
/// What share a number of people a month makes of a flow: how much of the returns asked for a neighbour accepts, and how many of those who
/// arrive over a leg are sent back (docs/model.md, returns over a leg). The flow is that of the last tick, for that of this one is not known yet.
/// </summary>
internal static class AgreedShare
{
    private const double LeastFlow = 1e-9;

    /// <summary>min(1, persons dt / flow), 1 where nobody came and anybody is agreed.</summary>
    /// <param name="persons">People a month.</param>
    /// <param name="flow">People in the last tick.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Of(LaneVector persons, LaneVector flow) =>
        LaneVector.Min(LaneVector.One, persons * LaneMath.Of(LaneMath.TickMonths) / LaneVector.Max(flow, LaneMath.Of(LeastFlow)));
}
