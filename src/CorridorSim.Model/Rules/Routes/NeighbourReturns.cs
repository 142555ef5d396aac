using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Routes;

/// <summary>
/// Expulsions and returns from custody as far as the neighbour accepts them (docs/model.md, border outcome). A part n of both goes to the
/// neighbour, who takes the share a of it, so that 1 - n (1 - a) of what the rules ask for happens.
/// </summary>
internal readonly struct NeighbourReturns
{
    private readonly LaneVector _askedPerEncounter;

    /// <summary>Works out the shares.</summary>
    /// <param name="expulsion">Share of the encountered that the rules expel, q, 0 to 1.</param>
    /// <param name="returning">Of the others, the share that the rules return from custody, r, 0 to 1.</param>
    /// <param name="toNeighbour">Part of both that goes to the neighbour, n, 0 to 1.</param>
    /// <param name="accepted">Share of what it was asked for that it takes, a, 0 to 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NeighbourReturns(LaneVector expulsion, LaneVector returning, LaneVector toNeighbour, LaneVector accepted)
    {
        var taken = LaneVector.One - (toNeighbour * (LaneVector.One - accepted));
        var returns = (LaneVector.One - expulsion) * returning;
        Expulsion = expulsion * taken;
        Return = LaneMath.Ratio(returns * taken, LaneVector.One - Expulsion);
        ToNeighbour = LaneMath.Ratio(toNeighbour * accepted, LaneVector.One - toNeighbour + (toNeighbour * accepted));
        _askedPerEncounter = expulsion + returns;
    }

    /// <summary>Share of the encountered that is expelled, 0 to 1.</summary>
    public LaneVector Expulsion { get; }

    /// <summary>Of those not expelled, the share that is returned, 0 to 1.</summary>
    public LaneVector Return { get; }

    /// <summary>n a / (1 - n (1 - a)): of those who are expelled or returned the share whom the neighbour takes, 0 to 1; the others are flown home.</summary>
    public LaneVector ToNeighbour { get; }

    /// <summary>n (q + (1 - q) r) times the encounters: what the neighbour is asked to take, events.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneVector Asked(LaneVector encounters, LaneVector toNeighbour) => encounters * _askedPerEncounter * toNeighbour;
}
