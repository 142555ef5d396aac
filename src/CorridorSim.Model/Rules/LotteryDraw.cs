using System.Runtime.Intrinsics;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules;

/// <summary>Places that are drawn among all who have applied by a day, whoever applied first (docs/model.md, queues).</summary>
internal static class LotteryDraw
{
    /// <summary>min(1, K / A): the chance of each applicant, the same for all.</summary>
    /// <param name="places">Places K.</param>
    /// <param name="applicants">Applicants A who take part.</param>
    public static LaneVector Chance(LaneVector places, LaneVector applicants) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(applicants, places), LaneMath.Ratio(places, applicants), LaneVector.One);
}
