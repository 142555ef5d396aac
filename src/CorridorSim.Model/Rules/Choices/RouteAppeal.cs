using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Choices;

/// <summary>How much a route draws, log units (docs/model.md, choice): what is told of its destination, and of the legs that are left.</summary>
internal static class RouteAppeal
{
    /// <summary>eta ln J + ln A - visa penalty - dread.</summary>
    /// <param name="arrivalElasticity">eta.</param>
    /// <param name="logValue">Log of the value of arriving, ln J, at most 0.</param>
    /// <param name="aware">Awareness A, 0 to 1.</param>
    /// <param name="penalty">Visa penalty where a visa is required, log units.</param>
    /// <param name="dread">Dread of the route, log units.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector ToDestination(LaneVector arrivalElasticity, LaneVector logValue, LaneVector aware, LaneVector penalty, LaneVector dread) =>
        (arrivalElasticity * logValue) + LaneMath.SafeLog(aware) - penalty - dread;

    /// <summary>1.5 eta ln(transit success) - theta cost.</summary>
    /// <param name="arrivalElasticity">eta.</param>
    /// <param name="success">Chance of getting through the legs, 0 to 1.</param>
    /// <param name="costSensitivity">Dislike of cost theta, per thousand USD.</param>
    /// <param name="cost">Cost of the legs, thousand USD.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector OfLegs(LaneVector arrivalElasticity, LaneVector success, LaneVector costSensitivity, LaneVector cost) =>
        TransitAppeal.Of(arrivalElasticity, success) - (costSensitivity * cost);
}
