using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Time;

/// <summary>
/// How the time of the year moves the wish to set out over a leg (docs/model.md, season of a leg): a wave of one year,
/// s(m) = a cos(2 pi m / 12) + b sin(2 pi m / 12) log units with m = 0 in January. Crossings of a sea follow the weather (Camarena et al. 2020);
/// that one wave is enough is an assumption.
/// </summary>
internal static class SeasonWave
{
    private const double HalfRootOfThree = 0.86602540378443865;

    // Written out, so that no library of any machine rounds them differently.
    private static readonly double[] Cosines =
        [1, HalfRootOfThree, 0.5, 0, -0.5, -HalfRootOfThree, -1, -HalfRootOfThree, -0.5, 0, 0.5, HalfRootOfThree];

    /// <summary>Weights of what January and April have, in a month of the year from 0 for January to 11.</summary>
    public static (double January, double April) Weights(int month) => (Cosines[month], Cosines[(month + 9) % Cosines.Length]);

    /// <summary>s of a month, log units.</summary>
    /// <param name="january">What January has above the mean of the year, and July below it, a.</param>
    /// <param name="april">The same of April and October, b.</param>
    /// <param name="month">Month of the year, from 0 for January to 11.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Of(LaneVector january, LaneVector april, int month)
    {
        var weights = Weights(month);
        return (january * LaneMath.Of(weights.January)) + (april * LaneMath.Of(weights.April));
    }
}
