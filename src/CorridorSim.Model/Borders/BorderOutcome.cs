using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Borders;

/// <summary>
/// What becomes of people who attempt a border between ports. Of each attempt a share e evades; of the encountered a share
/// q is expelled and of the rest rho released. A share tau of the expelled tries again, so that one person makes
/// k = 1 / (1 - tau (1 - e) q) attempts and succeeds with S = k (e + (1 - e)(1 - q) rho).
/// </summary>
internal readonly struct BorderOutcome
{
    /// <summary>Works out the shares.</summary>
    public BorderOutcome(LaneVector evasion, LaneVector expulsion, LaneVector release, LaneVector retry)
    {
        var seen = LaneVector.One - evasion;
        Attempts = LaneVector.One / (LaneVector.One - (retry * seen * expulsion));
        Evaded = evasion * Attempts;
        Encountered = seen * Attempts;
        Expelled = Encountered * expulsion;
        Released = Encountered * (LaneVector.One - expulsion) * release;
        Success = LaneMath.Clamp(Evaded + Released, 0.005, 0.999);
    }

    /// <summary>Attempts per person.</summary>
    public LaneVector Attempts { get; }

    /// <summary>Share of persons who enter undetected.</summary>
    public LaneVector Evaded { get; }

    /// <summary>Encounters per person; retries count again.</summary>
    public LaneVector Encountered { get; }

    /// <summary>Expulsions per person; retries count again.</summary>
    public LaneVector Expelled { get; }

    /// <summary>Share of persons who are released into the country.</summary>
    public LaneVector Released { get; }

    /// <summary>Chance of staying, between 0.005 and 0.999.</summary>
    public LaneVector Success { get; }
}
