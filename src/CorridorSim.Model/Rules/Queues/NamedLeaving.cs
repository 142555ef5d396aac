using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Queues;

/// <summary>
/// Who of a community leaves when people of it are named (docs/model.md, queues and flight). Employers and agencies find them among those
/// ready to move; relatives, and flight, among all residents. Nobody who queues elsewhere is named, so that no more leave than are free.
/// </summary>
internal readonly struct NamedLeaving
{
    /// <summary>Works out who leaves, persons.</summary>
    /// <param name="named">People named.</param>
    /// <param name="residents">Residents P.</param>
    /// <param name="ready">Ready pool R.</param>
    /// <param name="queued">People who queue elsewhere, Q.</param>
    /// <param name="amongReady">True where they are found among those ready, false where among all residents.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NamedLeaving(LaneVector named, LaneVector residents, LaneVector ready, LaneVector queued, bool amongReady)
    {
        var free = LaneVector.Max(residents - queued, LaneVector.Zero);
        var willing = LaneVector.Min(ready, free);
        Leaving = LaneVector.Min(named, amongReady ? willing : free);
        OfReady = amongReady ? Leaving : Leaving * LaneMath.Ratio(willing, free);
    }

    /// <summary>People who leave the residents.</summary>
    public LaneVector Leaving { get; }

    /// <summary>Those of them who were ready to move.</summary>
    public LaneVector OfReady { get; }
}
