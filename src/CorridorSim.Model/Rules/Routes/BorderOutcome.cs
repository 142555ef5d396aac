using System.Runtime.CompilerServices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Rules.Routes;

/// <summary>
/// What becomes of people who attempt a border between ports (docs/model.md, border outcome). Of each attempt a share e evades; of the encountered a share
/// q is expelled under a health order, of the rest r is returned from custody under ordinary law, of the rest rho is released and
/// the others are removed. A share tau of the expelled and returned tries again, so that one person makes
/// k = 1 / (1 - tau (1 - e) (1 - (1 - q)(1 - r))) attempts and succeeds with S = k (e + (1 - e)(1 - q)(1 - r) rho).
/// </summary>
internal readonly struct BorderOutcome
{
    /// <summary>Works out the shares.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BorderOutcome(LaneVector evasion, LaneVector expulsion, LaneVector returning, LaneVector release, LaneVector retry)
    {
        var seen = LaneVector.One - evasion;
        var kept = (LaneVector.One - expulsion) * (LaneVector.One - returning);
        Attempts = LaneVector.One / (LaneVector.One - (retry * seen * (LaneVector.One - kept)));
        Evaded = evasion * Attempts;
        Encountered = seen * Attempts;
        Expelled = Encountered * expulsion;
        Returned = Encountered * (LaneVector.One - expulsion) * returning;
        Released = Encountered * kept * release;
        Removed = Encountered * kept * (LaneVector.One - release);
        TurnedAway = (Expelled + Returned) * (LaneVector.One - retry);
        Success = SuccessBounds.Bound(Evaded + Released);
    }

    /// <summary>Attempts per person.</summary>
    public LaneVector Attempts { get; }

    /// <summary>Share of persons who enter undetected.</summary>
    public LaneVector Evaded { get; }

    /// <summary>Encounters per person; retries count again.</summary>
    public LaneVector Encountered { get; }

    /// <summary>Expulsions under a health order per person; retries count again.</summary>
    public LaneVector Expelled { get; }

    /// <summary>Returns from custody under ordinary law per person; retries count again.</summary>
    public LaneVector Returned { get; }

    /// <summary>Share of persons who are released into the country.</summary>
    public LaneVector Released { get; }

    /// <summary>Share of persons who are removed from detention.</summary>
    public LaneVector Removed { get; }

    /// <summary>Share of persons who are expelled or returned and do not try again at once.</summary>
    public LaneVector TurnedAway { get; }

    /// <summary>Chance of staying, within <see cref="SuccessBounds"/>.</summary>
    public LaneVector Success { get; }

    /// <summary>The outcome under a regime as its inputs stand, with a neighbour that takes all who are sent to it.</summary>
    public static BorderOutcome Of(BorderRegime regime, InputTable inputs, int octet) => new(
        inputs[regime.Evasion, octet],
        inputs[regime.ExpulsionShare, octet],
        inputs[regime.ReturnShare, octet],
        inputs[regime.ReleaseShare, octet],
        inputs[regime.RetryShare, octet]);
}
