using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Choices;

/// <summary>How much the chance of getting through the legs of a route counts, log units (docs/model.md, choice).</summary>
internal static class TransitAppeal
{
    private const double Weight = 1.5;
    private const double LeastSuccess = 1e-6;

    /// <summary>1.5 eta ln(transit success), with success kept above one in a million.</summary>
    public static LaneVector Of(LaneVector arrivalElasticity, LaneVector success) =>
        LaneMath.Of(Weight) * arrivalElasticity * LaneMath.SafeLog(LaneVector.Max(success, LaneMath.Of(LeastSuccess)));
}
