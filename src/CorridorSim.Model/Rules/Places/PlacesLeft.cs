using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Places;

/// <summary>What a clause may still give out by the people it has been counted to have moved (docs/model.md, counted clauses). Persons throughout.</summary>
internal static class PlacesLeft
{
    private const double CountRounding = 1e-9;

    /// <summary>True when people were moved and as many as the ceiling allows, but for one part in 10^9 of it.</summary>
    /// <param name="counted">People moved so far, N.</param>
    /// <param name="ceiling">Ceiling C over the life of the clause.</param>
    public static bool IsUsedUp(double counted, double ceiling) => counted > 0 && counted >= ceiling * (1 - CountRounding);

    /// <summary>max(0, C - N): what a ceiling on the total leaves.</summary>
    /// <param name="ceiling">Ceiling C over the life of the clause.</param>
    /// <param name="counted">People moved so far, N.</param>
    public static LaneVector UnderCeiling(LaneVector ceiling, LaneVector counted) => LaneVector.Max(LaneVector.Zero, ceiling - counted);

    /// <summary>max(0, r M - N): what is owed in exchange for the people whom another clause has moved.</summary>
    /// <param name="ratio">Places for each person, r.</param>
    /// <param name="other">People moved by the other clause, M.</param>
    /// <param name="counted">People moved by this one, N.</param>
    public static LaneVector Owed(LaneVector ratio, LaneVector other, LaneVector counted) => UnderCeiling(ratio * other, counted);

    /// <summary>U (1 - dt/(T + dt)) + taken: places in use after a tick; who holds one leaves it after a mean of T.</summary>
    /// <param name="inUse">Places in use before, U.</param>
    /// <param name="taken">Places taken in the tick.</param>
    /// <param name="stayMonths">Mean stay T, months.</param>
    public static LaneVector InUse(LaneVector inUse, LaneVector taken, LaneVector stayMonths) =>
        inUse - (inUse * LaneMath.OutflowShare(stayMonths)) + taken;

    /// <summary>min(1, left / offer): the part of an offer that what is left allows; 1 to the bit where it allows all.</summary>
    public static LaneVector Part(LaneVector offer, LaneVector left) =>
        LaneVector.ConditionalSelect(LaneVector.GreaterThan(offer, left), LaneMath.Ratio(left, offer), LaneVector.One);
}
