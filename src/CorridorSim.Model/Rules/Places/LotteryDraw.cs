using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Places;

/// <summary>Places that are drawn among all who have applied by a day, whoever applied first (docs/model.md, queues).</summary>
internal static class LotteryDraw
{
    /// <summary>min(1, K / A): the chance of each applicant, the same for all.</summary>
    /// <param name="places">Places K.</param>
    /// <param name="applicants">Applicants A who take part.</param>
    public static LaneVector Chance(LaneVector places, LaneVector applicants) =>
        LaneVector.ConditionalSelect(LaneVector.GreaterThan(applicants, places), LaneMath.Ratio(places, applicants), LaneVector.One);

    /// <summary>Months for which people could apply after this tick: from 0 where a year's places come, one tick more while there are places.</summary>
    /// <param name="before">Months before the tick.</param>
    /// <param name="places">Places a year; 0 where the lot is closed.</param>
    /// <param name="isNew">All bits set where a year begins.</param>
    public static LaneVector MonthsOpen(LaneVector before, LaneVector places, LaneVector isNew)
    {
        var months = LaneVector.ConditionalSelect(isNew, LaneVector.Zero, before);
        return LaneVector.ConditionalSelect(LaneVector.GreaterThan(places, LaneVector.Zero), months + LaneMath.Of(LaneMath.TickMonths), months);
    }

    /// <summary>All bits set in the tick in which the window for applications, months, has just ended.</summary>
    public static LaneVector IsDay(LaneVector before, LaneVector after, LaneVector window, LaneVector isNew) =>
        LaneVector.GreaterThan(after, window) & (LaneVector.LessThanOrEqual(before, window) | isNew);

    /// <summary>Places on offer: those held once the window has ended, none before.</summary>
    public static LaneVector OfferAfter(LaneVector held, LaneVector open, LaneVector window) =>
        LaneVector.ConditionalSelect(LaneVector.GreaterThan(open, window), held, LaneVector.Zero);
}
