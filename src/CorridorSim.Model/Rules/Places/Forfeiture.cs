using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Places;

/// <summary>What crossing a border irregularly forfeits (docs/model.md, value of arriving). The rule is an assumption; its weight is fitted.</summary>
internal static class Forfeiture
{
    /// <summary>F = omega T q / (T q + H), log units, 0 to omega; 0 where nobody hopes.</summary>
    /// <param name="weight">Worth of a sure place, omega, log units.</param>
    /// <param name="hoped">Places of the months within which people hope for one, T q.</param>
    /// <param name="people">People who would consider to move, H.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Of(LaneVector weight, LaneVector hoped, LaneVector people) => weight * LaneMath.Ratio(hoped, hoped + people);
}
