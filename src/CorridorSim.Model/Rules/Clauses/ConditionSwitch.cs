using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Clauses;

/// <summary>
/// A condition that acts once a level has been passed for some months, and lets go once it has been back for as long (docs/model.md,
/// instruments). It lets go at the threshold at the latest. A level that is not a number, such as the wait of nobody, changes nothing: neither the state nor its clock.
/// </summary>
internal readonly struct ConditionSwitch
{
    /// <summary>Works out state and clock after a tick.</summary>
    /// <param name="acts">1 where it acts, otherwise 0.</param>
    /// <param name="months">Months for which the level has called for the other state.</param>
    /// <param name="level">Level of the indicator.</param>
    /// <param name="terms">When it acts.</param>
    public ConditionSwitch(LaneVector acts, LaneVector months, LaneVector level, ConditionTerms terms)
    {
        var isKnown = LaneVector.Equals(level, level);
        var acting = LaneVector.GreaterThan(acts, LaneVector.Zero);
        var release = terms.Above ? LaneVector.Min(terms.Release, terms.Threshold) : LaneVector.Max(terms.Release, terms.Threshold);
        var changing = terms.IsPast(level, LaneVector.ConditionalSelect(acting, release, terms.Threshold)) ^ acting;
        var running = LaneVector.ConditionalSelect(changing, months + LaneMath.Of(LaneMath.TickMonths), LaneVector.Zero);
        var due = isKnown & changing & LaneVector.GreaterThanOrEqual(running, terms.ForMonths);
        Months = LaneVector.ConditionalSelect(due, LaneVector.Zero, LaneVector.ConditionalSelect(isKnown, running, months));
        Acts = LaneVector.ConditionalSelect(due, LaneVector.One - acts, acts);
    }

    /// <summary>1 where it acts, otherwise 0.</summary>
    public LaneVector Acts { get; }

    /// <summary>Months for which the level has called for the other state.</summary>
    public LaneVector Months { get; }
}

/// <summary>When a condition acts.</summary>
/// <param name="Above">True when it acts above the threshold, false when below.</param>
/// <param name="Threshold">Level at which it acts; at the level itself it does not.</param>
/// <param name="Release">Level at which it lets go.</param>
/// <param name="ForMonths">Months that the level must be passed, or be back, before it does either.</param>
internal readonly record struct ConditionTerms(bool Above, LaneVector Threshold, LaneVector Release, LaneVector ForMonths)
{
    /// <summary>All bits set where a level has passed a mark on the side on which the condition acts.</summary>
    public LaneVector IsPast(LaneVector level, LaneVector mark) => Above ? LaneVector.GreaterThan(level, mark) : LaneVector.LessThan(level, mark);
}
