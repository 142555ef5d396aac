using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Time;

namespace CorridorSim.Model.Rules.Routes;

/// <summary>Protection of people in transit (docs/model.md, protection).</summary>
internal static class Protection
{
    /// <summary>min(u dt, places dt / stock): share of the people in transit that is protected in a tick, 0 to 1.</summary>
    /// <param name="uptake">Share of them that asks, u, per month.</param>
    /// <param name="places">Places a month.</param>
    /// <param name="stock">People in transit.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Share(LaneVector uptake, LaneVector places, LaneVector stock) =>
        LaneVector.Min(MonthlyRate.InTick(uptake), LaneMath.Ratio(places * LaneMath.Of(LaneMath.TickMonths), stock));
}
