using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Queues;

/// <summary>
/// What becomes of claims taken up in a tick (docs/model.md, claims): a share turns out to be withdrawn, the rest are granted or refused; of
/// those refused some appeal, and a part of those who appeal is heard in the tick and in part allowed.
/// </summary>
internal readonly struct ClaimOutcome
{
    /// <summary>Works out the flows of a tick, persons.</summary>
    /// <param name="taken">Claims taken up.</param>
    /// <param name="withdrawal">Share that turns out to be withdrawn, 0 to 1.</param>
    /// <param name="grant">Share of decisions that grant, 0 to 1.</param>
    /// <param name="appealing">People whose appeal waits.</param>
    /// <param name="terms">Appeals.</param>
    public ClaimOutcome(LaneVector taken, LaneVector withdrawal, LaneVector grant, LaneVector appealing, AppealTerms terms)
    {
        Withdrawn = taken * withdrawal;
        Decided = taken - Withdrawn;
        Granted = Decided * grant;
        Refused = Decided - Granted;
        Lodged = Refused * terms.LodgedShare;
        Determined = (appealing + Lodged) * LaneMath.OutflowShare(terms.Months);
        Allowed = Determined * terms.AllowedShare;
    }

    /// <summary>Claims that turn out to be withdrawn.</summary>
    public LaneVector Withdrawn { get; }

    /// <summary>First decisions.</summary>
    public LaneVector Decided { get; }

    /// <summary>Claims granted.</summary>
    public LaneVector Granted { get; }

    /// <summary>Claims refused.</summary>
    public LaneVector Refused { get; }

    /// <summary>Appeals lodged.</summary>
    public LaneVector Lodged { get; }

    /// <summary>Appeals determined.</summary>
    public LaneVector Determined { get; }

    /// <summary>Appeals allowed.</summary>
    public LaneVector Allowed { get; }

    /// <summary>People refused for good: those who do not appeal and those whose appeal fails.</summary>
    public LaneVector RefusedForGood => Refused - Lodged + (Determined - Allowed);
}

/// <summary>What decides about appeals.</summary>
/// <param name="LodgedShare">Share of those refused who appeal, 0 to 1.</param>
/// <param name="Months">Mean time to a decision on appeal, months, at least 0.</param>
/// <param name="AllowedShare">Share of appeals that succeed, 0 to 1.</param>
internal readonly record struct AppealTerms(LaneVector LodgedShare, LaneVector Months, LaneVector AllowedShare);
