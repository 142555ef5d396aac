using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Queues;

/// <summary>
/// Who of those approved travels (docs/model.md, queues): a share never does, the others set out one after the other.
/// </summary>
internal static class UsedApprovals
{
    /// <summary>(1 - u) A: those of the newly approved who will travel.</summary>
    /// <param name="approved">People approved, A.</param>
    /// <param name="unused">Share of them who never travel, u, 0 to 1.</param>
    public static LaneVector Travelling(LaneVector approved, LaneVector unused) => approved * (LaneVector.One - unused);

    /// <summary>max(0, (1 - u) A - B): those approved before the start who are still to travel.</summary>
    /// <param name="approved">People approved before the start, A.</param>
    /// <param name="arrived">Those of them who have arrived, B.</param>
    /// <param name="unused">Share of the approved who never travel, u, 0 to 1.</param>
    public static LaneVector StillToTravel(LaneVector approved, LaneVector arrived, LaneVector unused) =>
        LaneVector.Max(Travelling(approved, unused) - arrived, LaneVector.Zero);

    /// <summary>max(0, A - B) less those still to travel: visas of before the start that nobody will use.</summary>
    /// <inheritdoc cref="StillToTravel"/>
    public static LaneVector NeverToTravel(LaneVector approved, LaneVector arrived, LaneVector unused) =>
        LaneVector.Max(approved - arrived - StillToTravel(approved, arrived, unused), LaneVector.Zero);
}
