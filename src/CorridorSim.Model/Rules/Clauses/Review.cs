using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Clauses;

/// <summary>
/// What is read between two reviews of an agreement (docs/model.md, instruments): the clock, for how long of it the indicator was a number, and
/// its mean over that time. A review is due when the clock reaches its months; before the agreement is in force nothing runs.
/// </summary>
internal readonly struct Review
{
    private readonly LaneVector _months;
    private readonly LaneVector _read;

    /// <summary>Goes on by a tick.</summary>
    /// <param name="months">Months since the last review.</param>
    /// <param name="read">Of them, months in which the indicator was a number.</param>
    /// <param name="mean">Mean of the indicator over these.</param>
    /// <param name="level">Its level; not-a-number where it has none.</param>
    /// <param name="age">Months since the agreement came into force; 0 or less before.</param>
    /// <param name="every">Months between reviews, above 0.</param>
    public Review(LaneVector months, LaneVector read, LaneVector mean, LaneVector level, LaneVector age, LaneVector every)
    {
        var tick = LaneMath.Of(LaneMath.TickMonths);
        var isKnown = LaneVector.Equals(level, level);
        var running = LaneVector.GreaterThan(age, LaneVector.Zero);
        _months = LaneVector.ConditionalSelect(running, months + tick, LaneVector.Zero);
        _read = LaneVector.ConditionalSelect(running, read + LaneVector.ConditionalSelect(isKnown, tick, LaneVector.Zero), LaneVector.Zero);
        var next = mean + LaneMath.Ratio((level - mean) * tick, _read);
        Mean = LaneVector.ConditionalSelect(running, LaneVector.ConditionalSelect(isKnown, next, mean), LaneVector.Zero);
        IsDue = running & LaneVector.GreaterThanOrEqual(_months, every);
    }

    /// <summary>All bits set where a review is held, else none.</summary>
    public LaneVector IsDue { get; }

    /// <summary>All bits set where anything was read, else none: a review that knows nothing changes nothing.</summary>
    public LaneVector IsKnown => LaneVector.GreaterThan(_read, LaneVector.Zero);

    /// <summary>Mean of the indicator since the last review.</summary>
    public LaneVector Mean { get; }

    /// <summary>Months since the last review, after this tick: 0 where one is held.</summary>
    public LaneVector Months => LaneVector.ConditionalSelect(IsDue, LaneVector.Zero, _months);

    /// <summary>Of them, months in which the indicator was a number.</summary>
    public LaneVector Read => LaneVector.ConditionalSelect(IsDue, LaneVector.Zero, _read);

    /// <summary>The mean that goes on: 0 where a review is held.</summary>
    public LaneVector MeanAfter => LaneVector.ConditionalSelect(IsDue, LaneVector.Zero, Mean);

    /// <summary>min(most, max(least, w x)) where it scales, min(most, max(least, x)) where it sets: the weight after a review.</summary>
    /// <param name="weight">Weight before, w.</param>
    /// <param name="factor">Factor or weight, x, at least 0.</param>
    /// <param name="scales">True where it scales the weight.</param>
    /// <param name="least">Weight that no review goes below.</param>
    /// <param name="most">Weight that no review goes above; it counts where both contradict each other.</param>
    public static LaneVector Weight(LaneVector weight, LaneVector factor, bool scales, LaneVector least, LaneVector most) =>
        LaneVector.Min(most, LaneVector.Max(least, scales ? weight * factor : factor));

    /// <summary>Reviews held so far where no indicator is looked at: one every so many months from the start.</summary>
    public static LaneVector Held(LaneVector age, LaneVector every) => LaneVector.Floor(LaneMath.Ratio(age, every));
}
