using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Time;

/// <summary>What a rate a month comes to in a tick (docs/model.md, entities and scales): withdrawals, removals, returns of the refused, requests for protection.</summary>
internal static class MonthlyRate
{
    /// <summary>rate dt, kept between 0 and 1: the share of a stock that leaves in a tick.</summary>
    /// <param name="rate">Share a month; above 4 everybody leaves in one tick.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector InTick(LaneVector rate) => LaneMath.Clamp(rate * LaneMath.Of(LaneMath.TickMonths), 0, 1);
}
