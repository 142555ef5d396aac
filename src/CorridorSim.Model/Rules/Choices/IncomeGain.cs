using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Choices;

/// <summary>How much more is earned elsewhere, log units (docs/model.md, choice); Ortega and Peri 2013.</summary>
internal static class IncomeGain
{
    /// <summary>elasticity ln(income there / income here).</summary>
    /// <param name="elasticity">Income elasticity.</param>
    /// <param name="there">Income per head at the destination, thousand USD.</param>
    /// <param name="here">Income per head where people live, thousand USD, above 0.</param>
    public static LaneVector Of(LaneVector elasticity, LaneVector there, LaneVector here) => elasticity * LaneMath.SafeLog(there / here);
}
