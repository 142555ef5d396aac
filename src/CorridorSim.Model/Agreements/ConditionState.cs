using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Rules.Clauses;
using CorridorSim.Model.Start;

namespace CorridorSim.Model.Agreements;

/// <summary>A condition in the lanes of a block: how long its level has been passed, and whether it acts.</summary>
internal sealed class ConditionState
{
    private readonly Condition _condition;
    private readonly InputTable _inputs;
    private readonly WatchedSeries? _watched;
    // Months that the level has been passed or since the last review; without an indicator, reviews held.
    private readonly LaneTable _months;
    private readonly LaneTable _mean;
    private readonly LaneTable _read;

    public ConditionState(BlockScope block, Mailbox mail, Condition condition)
    {
        _condition = condition;
        _inputs = block.Inputs;
        _watched = condition.Indicator is { } indicator ? new WatchedSeries(block, mail, indicator) : null;
        _months = new LaneTable(1, _inputs.Lanes);
        _mean = new LaneTable(1, _inputs.Lanes);
        _read = new LaneTable(1, _inputs.Lanes);
        Acts = new LaneTable(1, _inputs.Lanes);
        Scale = new LaneTable(1, _inputs.Lanes);
        Scale.FillRow(0, 1);
    }

    /// <summary>The condition.</summary>
    public Condition Condition => _condition;

    /// <summary>1 where the condition acts, otherwise 0.</summary>
    public LaneTable Acts { get; }

    /// <summary>Weight that reviews have left.</summary>
    public LaneTable Scale { get; }

    /// <summary>True when it keeps a provision out of force in a lane.</summary>
    public bool Holds(int provision, int lane) =>
        (_condition.Provision < 0 || _condition.Provision == provision) && _inputs.Lane(_condition.InForce, lane) > 0 && _condition.Kind switch
        {
            ConditionKind.InForceWhen => Acts.Lane(0, lane) == 0,
            ConditionKind.SuspendWhen => Acts.Lane(0, lane) > 0,
            _ => Scale.Lane(0, lane) == 0,
        };

    /// <summary>What it leaves of a provision it governs, at least 0; 1 where the variant does not have it.</summary>
    public LaneVector Weight(Octet octet)
    {
        var weight = _condition.Kind switch
        {
            ConditionKind.InForceWhen => Acts[0, octet],
            ConditionKind.SuspendWhen => LaneVector.One - Acts[0, octet],
            _ => Scale[0, octet],
        };
        return LaneVector.ConditionalSelect(IsInForce(octet), weight, LaneVector.One);
    }

    /// <summary>Reads the indicator of the last tick, as a monthly level, and decides.</summary>
    /// <param name="octet">Octet of lanes.</param>
    /// <param name="age">Months since the instrument came into force; 0 or less before.</param>
    public void Update(Octet octet, LaneVector age)
    {
        if (_watched is not { } watched)
        {
            HoldDueReviews(octet, age);
        }
        else if (watched.HasArrived)
        {
            var level = watched.Level(octet);
            if (_condition.Kind == ConditionKind.Review)
            {
                GoOn(octet, level, age);
            }
            else
            {
                Switch(octet, level);
            }
        }
    }

    private void Switch(Octet octet, LaneVector level)
    {
        var next = new ConditionSwitch(Acts[0, octet], _months[0, octet], level, Terms(octet));
        _months[0, octet] = next.Months;
        Acts[0, octet] = next.Acts;
    }

    private ConditionTerms Terms(Octet octet) => new(
        _condition.Above, _inputs[_condition.Threshold, octet], _inputs[_condition.Release, octet], _inputs[_condition.ForMonths, octet]);

    private LaneVector IsInForce(Octet octet) => LaneVector.GreaterThan(_inputs[_condition.InForce, octet], LaneVector.Zero);

    /// <summary>
    /// When its months are over, looks at the mean level since the last review; where that was never a number, nothing is changed.
    /// </summary>
    private void GoOn(Octet octet, LaneVector level, LaneVector age)
    {
        var terms = _condition.Review!;
        var review = new Review(_months[0, octet], _read[0, octet], _mean[0, octet], level, age, _inputs[terms.EveryMonths, octet]);
        var condition = Terms(octet);
        var acts = review.IsDue & IsInForce(octet) & review.IsKnown & condition.IsPast(review.Mean, condition.Threshold);
        Scale[0, octet] = LaneVector.ConditionalSelect(acts, Scaled(octet, terms), Scale[0, octet]);
        _months[0, octet] = review.Months;
        _read[0, octet] = review.Read;
        _mean[0, octet] = review.MeanAfter;
    }

    /// <summary>Reviews without an indicator fall due every so many months from the start, those before the horizon included.</summary>
    private void HoldDueReviews(Octet octet, LaneVector age)
    {
        var terms = _condition.Review!;
        var due = Review.Held(age, _inputs[terms.EveryMonths, octet]);
        while (true)
        {
            var acts = LaneVector.LessThan(_months[0, octet], due);
            if (LaneVector.IsNone(acts))
            {
                return;
            }

            Scale[0, octet] = LaneVector.ConditionalSelect(acts & IsInForce(octet), Scaled(octet, terms), Scale[0, octet]);
            _months[0, octet] = LaneVector.ConditionalSelect(acts, _months[0, octet] + LaneVector.One, _months[0, octet]);
        }
    }

    private LaneVector Scaled(Octet octet, ReviewTerms terms) => Review.Weight(
        Scale[0, octet], _inputs[terms.Factor, octet], terms.Scales, _inputs[terms.Least, octet], _inputs[terms.Most, octet]);
}
