using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Time;

/// <summary>People are conserved (docs/model.md, conservation): what was held and received equals what is held and sent.</summary>
internal static class Conservation
{
    /// <summary>Greatest relative error that is rounding.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>|closing - opening| / max(1, opening); not-a-number where either is.</summary>
    /// <param name="opening">People held and received, those from outside the world included.</param>
    /// <param name="closing">People held and sent.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Error(LaneVector opening, LaneVector closing) =>
        LaneVector.Abs(closing - opening) / LaneVector.Max(opening, LaneVector.One);

    /// <summary>True where all lanes balance; a number that is not finite does not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Holds(LaneVector error) => LaneVector.LessThanOrEqualAll(error, LaneMath.Of(Tolerance));

    /// <summary>True where one lane balances.</summary>
    public static bool Holds(double error) => error <= Tolerance;
}
