using System.Runtime.Intrinsics;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Start;

namespace CorridorSim.Model.Agreements;

/// <summary>A condition in the lanes of a block: how long its level has been passed, and whether it acts.</summary>
internal sealed class ConditionState
{
    private readonly Condition _condition;
    private readonly LaneTable _inputs;
    private readonly Mailbox _mail;
    private readonly TickRow _reading;
    private readonly bool _isFlow;
    // Months that the level has been passed or since the last review; without an indicator, reviews held.
    private readonly LaneTable _months;
    private readonly LaneTable _mean;
    private readonly LaneTable _read;

    public ConditionState(BlockScope block, Mailbox mail, Condition condition)
    {
        _condition = condition;
        _inputs = block.Inputs;
        _mail = mail;
        if (condition.Indicator is { } indicator)
        {
            var series = block.Series.IndexOf(indicator);
            _reading = mail.ReadRow(new WireRow(RowKind.Reading, series));
            _isFlow = block.Series.All[series].Kind == SeriesKind.Flow;
        }

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
        return Vector512.ConditionalSelect(IsInForce(octet), weight, LaneVector.One);
    }

    /// <summary>Reads the indicator of the last tick, as a monthly level, and decides.</summary>
    /// <param name="octet">Octet of lanes.</param>
    /// <param name="age">Months since the instrument came into force; 0 or less before.</param>
    public void Update(Octet octet, LaneVector age)
    {
        if (_condition.Indicator is null)
        {
            HoldDueReviews(octet, age);
        }
        else if (_mail.HasArrived(_reading))
        {
            var level = octet[_reading] * LaneMath.Of(_isFlow ? LaneMath.TicksPerMonth : 1);
            var isKnown = Vector512.Equals(level, level);
            if (_condition.Kind == ConditionKind.Review)
            {
                Review(octet, level, age, isKnown);
            }
            else
            {
                Switch(octet, level, isKnown);
            }
        }
    }

    /// <summary>What is not a number, such as the wait of nobody, changes nothing: neither the state nor its clock.</summary>
    private void Switch(Octet octet, LaneVector level, LaneVector isKnown)
    {
        var acting = Vector512.GreaterThan(Acts[0, octet], LaneVector.Zero);
        var threshold = _inputs[_condition.Threshold, octet];
        var release = _inputs[_condition.Release, octet];
        // It lets go at the threshold at the latest, wherever a sweep or a slider has put that.
        release = _condition.Above ? Vector512.Min(release, threshold) : Vector512.Max(release, threshold);
        var mark = Vector512.ConditionalSelect(acting, release, threshold);
        var changing = IsPast(level, mark) ^ acting;
        var months = Vector512.ConditionalSelect(changing, _months[0, octet] + LaneMath.Of(LaneMath.TickMonths), LaneVector.Zero);
        var due = isKnown & changing & Vector512.GreaterThanOrEqual(months, _inputs[_condition.ForMonths, octet]);
        _months[0, octet] = Vector512.ConditionalSelect(due, LaneVector.Zero, Vector512.ConditionalSelect(isKnown, months, _months[0, octet]));
        var flipped = LaneVector.One - Acts[0, octet];
        Acts[0, octet] = Vector512.ConditionalSelect(due, flipped, Acts[0, octet]);
    }

    private LaneVector IsInForce(Octet octet) => Vector512.GreaterThan(_inputs[_condition.InForce, octet], LaneVector.Zero);

    private LaneVector IsPast(LaneVector level, LaneVector mark) =>
        _condition.Above ? Vector512.GreaterThan(level, mark) : Vector512.LessThan(level, mark);

    /// <summary>
    /// When its months are over, looks at the mean level since the last review; where that was never a number, nothing is changed.
    /// </summary>
    private void Review(Octet octet, LaneVector level, LaneVector age, LaneVector isKnown)
    {
        var terms = _condition.Review!;
        var tick = LaneMath.Of(LaneMath.TickMonths);
        var running = Vector512.GreaterThan(age, LaneVector.Zero);
        var months = Vector512.ConditionalSelect(running, _months[0, octet] + tick, LaneVector.Zero);
        var read = Vector512.ConditionalSelect(running, _read[0, octet] + Vector512.ConditionalSelect(isKnown, tick, LaneVector.Zero), LaneVector.Zero);
        var mean = _mean[0, octet] + LaneMath.Ratio((level - _mean[0, octet]) * tick, read);
        mean = Vector512.ConditionalSelect(running, Vector512.ConditionalSelect(isKnown, mean, _mean[0, octet]), LaneVector.Zero);
        var due = running & Vector512.GreaterThanOrEqual(months, _inputs[terms.EveryMonths, octet]);
        var acts = due & IsInForce(octet) & Vector512.GreaterThan(read, LaneVector.Zero) & IsPast(mean, _inputs[_condition.Threshold, octet]);
        Scale[0, octet] = Vector512.ConditionalSelect(acts, Scaled(octet, terms), Scale[0, octet]);
        _months[0, octet] = Vector512.ConditionalSelect(due, LaneVector.Zero, months);
        _read[0, octet] = Vector512.ConditionalSelect(due, LaneVector.Zero, read);
        _mean[0, octet] = Vector512.ConditionalSelect(due, LaneVector.Zero, mean);
    }

    /// <summary>Reviews without an indicator fall due every so many months from the start, those before the horizon included.</summary>
    private void HoldDueReviews(Octet octet, LaneVector age)
    {
        var terms = _condition.Review!;
        var due = Vector512.Floor(LaneMath.Ratio(age, _inputs[terms.EveryMonths, octet]));
        while (true)
        {
            var acts = Vector512.LessThan(_months[0, octet], due);
            if (Vector512.EqualsAll(acts.AsUInt64(), Vector512<ulong>.Zero))
            {
                return;
            }

            Scale[0, octet] = Vector512.ConditionalSelect(acts & IsInForce(octet), Scaled(octet, terms), Scale[0, octet]);
            _months[0, octet] = Vector512.ConditionalSelect(acts, _months[0, octet] + LaneVector.One, _months[0, octet]);
        }
    }

    private LaneVector Scaled(Octet octet, ReviewTerms terms)
    {
        var factor = _inputs[terms.Factor, octet];
        var weight = terms.Scales ? Scale[0, octet] * factor : factor;
        return Vector512.Min(_inputs[terms.Most, octet], Vector512.Max(_inputs[terms.Least, octet], weight));
    }
}
