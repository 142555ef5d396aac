using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Clauses;

/// <summary>How far a party met the minimum that another party's clause was given for (docs/model.md, counted clauses).</summary>
internal static class MinimumMet
{
    /// <summary>min(1, N / m), 1 where there is no minimum: what the other party keeps of its clause in the year after.</summary>
    /// <param name="counted">People moved in the year, N.</param>
    /// <param name="minimum">Persons a year that were promised at least, m.</param>
    public static LaneVector Share(LaneVector counted, LaneVector minimum) => LaneVector.ConditionalSelect(
        LaneVector.GreaterThan(minimum, LaneVector.Zero), LaneVector.Min(LaneVector.One, LaneMath.Ratio(counted, minimum)), LaneVector.One);
}
