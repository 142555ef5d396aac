using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Routes;

/// <summary>Days on the way (docs/model.md, journey and initialisation).</summary>
internal static class TravelTime
{
    /// <summary>dt / (T + dt) with T in days over <see cref="LaneMath.DaysPerMonth"/>: share of those on the way that arrives in a tick.</summary>
    /// <param name="days">Mean days, at least 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector ArrivingShare(LaneVector days) => LaneMath.OutflowShare(days / LaneMath.Of(LaneMath.DaysPerMonth));

    /// <summary>Flow times duration: the people on the way when a flow is steady.</summary>
    /// <param name="flow">Persons a month.</param>
    /// <param name="days">Mean days, at least 0.</param>
    public static LaneVector Stock(LaneVector flow, LaneVector days) => flow * (days / LaneMath.Of(LaneMath.DaysPerMonth));
}
