using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Queues;

/// <summary>
/// What becomes of the people at a waiting place in a tick (docs/model.md, value of arriving): appointments are kept first; of the others the
/// share that decides crosses between ports, turns back or decides again. Of those who turn back a part settles there and the others go home.
/// </summary>
internal readonly struct WaitingDecision
{
    private readonly LaneVector _turning;

    /// <summary>Works out the flows of a tick, persons.</summary>
    /// <param name="waiting">People who wait, those who arrive in the tick included.</param>
    /// <param name="appointments">Appointments of the tick, persons.</param>
    /// <param name="deciding">Share that decides in a tick, 0 to 1.</param>
    /// <param name="crossing">Share of them that crosses, 0 to 1.</param>
    /// <param name="turningBack">Of the others, the share that turns back, 0 to 1; 0 for who waits at home.</param>
    /// <param name="staying">Share of those who turn back that settles there, 0 to 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WaitingDecision(LaneVector waiting, LaneVector appointments, LaneVector deciding, LaneVector crossing, LaneVector turningBack, LaneVector staying)
    {
        AtPort = LaneVector.Min(waiting, appointments);
        var others = (waiting - AtPort) * deciding;
        Crossing = others * crossing;
        _turning = (others - Crossing) * turningBack;
        Staying = _turning * staying;
    }

    /// <summary>People who keep an appointment.</summary>
    public LaneVector AtPort { get; }

    /// <summary>People who cross between ports.</summary>
    public LaneVector Crossing { get; }

    /// <summary>People who settle where they wait.</summary>
    public LaneVector Staying { get; }

    /// <summary>People who go home.</summary>
    public LaneVector GivingUp => _turning - Staying;

    /// <summary>Of those who waited, the people who still do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneVector Left(LaneVector waiting) => waiting - AtPort - Crossing - _turning;
}
