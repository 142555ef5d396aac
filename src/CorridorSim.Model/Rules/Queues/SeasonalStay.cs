using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Time;

namespace CorridorSim.Model.Rules.Queues;

/// <summary>
/// People who come for a season (docs/model.md, seasonal work): of who arrives from a community the part a / A, with a the seasonal and A all
/// admitted of it who have not arrived; when the season is over the share h of those here goes home and the others settle.
/// </summary>
internal static class SeasonalStay
{
    /// <summary>min(N a / A, rest): of N who arrive, those who come for the season, persons.</summary>
    /// <param name="arriving">People who arrive, N.</param>
    /// <param name="seasonal">Seasonal workers admitted who have not arrived, a.</param>
    /// <param name="all">All admitted who have not arrived, A.</param>
    /// <param name="rest">Those of the arriving who come for no other season.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Arriving(LaneVector arriving, LaneVector seasonal, LaneVector all, LaneVector rest) =>
        LaneVector.Min(arriving * LaneMath.Ratio(seasonal, all), rest);

    /// <summary>max(0, admitted - arrived): those who are still to come.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector ToCome(LaneVector admitted, LaneVector arrived) => LaneVector.Max(admitted - arrived, LaneVector.Zero);

    /// <summary>Workers whose season is over: none while it goes on, all in the first tick outside it.</summary>
    /// <param name="workers">Workers here, persons.</param>
    /// <param name="isOn">All bits set within the season, see <see cref="SeasonCalendar.Includes"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Ending(LaneVector workers, LaneVector isOn) => LaneVector.ConditionalSelect(isOn, LaneVector.Zero, workers);
}
