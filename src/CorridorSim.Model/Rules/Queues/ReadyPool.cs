using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Queues;

/// <summary>How the pool of people ready to move refills (docs/model.md, communities).</summary>
internal static class ReadyPool
{
    /// <summary>dt r max(0, m P - R - Q): who becomes ready in a tick, never negative.</summary>
    /// <param name="share">Share of residents that is ready when nobody has left, m.</param>
    /// <param name="residents">Residents P.</param>
    /// <param name="ready">Ready pool R.</param>
    /// <param name="queued">People who queue for channels, Q.</param>
    /// <param name="renewal">Renewal r, per month.</param>
    public static LaneVector Growth(LaneVector share, LaneVector residents, LaneVector ready, LaneVector queued, LaneVector renewal)
    {
        var gap = (share * residents) - ready - queued;
        return LaneMath.Of(LaneMath.TickMonths) * renewal * LaneVector.Max(gap, LaneVector.Zero);
    }

    /// <summary>max(0, m P - Q): who is ready at the start.</summary>
    public static LaneVector Start(LaneVector share, LaneVector residents, LaneVector queued) =>
        LaneVector.Max((residents * share) - queued, LaneVector.Zero);

    /// <summary>Part of those who come home that joins a community: its part of the residents at home at the start.</summary>
    /// <param name="residents">Residents of the community at the start.</param>
    /// <param name="atHome">Residents of all communities of the nationality at home.</param>
    /// <param name="isFirst">True for the first of them: where nobody lived at home, all go there.</param>
    public static LaneVector HomeShare(LaneVector residents, LaneVector atHome, bool isFirst) =>
        LaneVector.ConditionalSelect(
            LaneVector.GreaterThan(atHome, LaneVector.Zero), LaneMath.Ratio(residents, atHome), isFirst ? LaneVector.One : LaneVector.Zero);
}
