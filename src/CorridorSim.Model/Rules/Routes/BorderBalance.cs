using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Routes;

/// <summary>A waiting place in balance with a steady inflow (docs/model.md, initialisation): who comes and has no appointment waits until gone.</summary>
internal static class BorderBalance
{
    private const double LeastLeaving = 0.01;

    /// <summary>max(0, arriving - appointments): persons a month who have to decide.</summary>
    public static LaneVector Deciding(LaneVector arriving, LaneVector appointments) => LaneVector.Max(arriving - appointments, LaneVector.Zero);

    /// <summary>x + (1 - x) g: share that leaves the place at a decision, by crossing or turning back.</summary>
    /// <param name="crossing">Share that crosses, x, 0 to 1.</param>
    /// <param name="turningBack">Of the others, the share that may turn back, 0 to 1.</param>
    /// <param name="goingHome">Of these, the share that prefers it, 0 to 1.</param>
    public static LaneVector Leaving(LaneVector crossing, LaneVector turningBack, LaneVector goingHome) =>
        crossing + ((LaneVector.One - crossing) * turningBack * goingHome);

    /// <summary>deciding x T / leaving: people who wait, with T at least a tick and no fewer than one in a hundred leaving.</summary>
    /// <param name="deciding">Persons a month who have to decide.</param>
    /// <param name="decisionMonths">Decision time T, months.</param>
    /// <param name="leaving">Share that leaves at a decision.</param>
    public static LaneVector Waiting(LaneVector deciding, LaneVector decisionMonths, LaneVector leaving) =>
        deciding * LaneVector.Max(decisionMonths, LaneMath.Of(LaneMath.TickMonths)) / LaneVector.Max(leaving, LaneMath.Of(LeastLeaving));
}
