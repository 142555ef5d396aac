using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Routes;

/// <summary>Between which chances of success at a border people tell one from another (docs/model.md, border outcome); announcements promise within them.</summary>
public static class SuccessBounds
{
    /// <summary>Least chance, so that its logarithm stays finite.</summary>
    public const double Minimum = 0.005;

    /// <summary>Greatest chance.</summary>
    public const double Maximum = 0.999;

    /// <summary>A chance within the bounds.</summary>
    internal static LaneVector Bound(LaneVector chance) => LaneMath.Clamp(chance, Minimum, Maximum);
}
