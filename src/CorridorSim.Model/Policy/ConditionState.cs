using System.Runtime.Intrinsics;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Policy;

/// <summary>A condition in the lanes of a block: how long its level has been passed, and whether it acts.</summary>
internal sealed class ConditionState
{
    private readonly Condition _condition;
    private readonly LaneTable _inputs;
    private readonly Mailbox _mail;
    private readonly TickRow _reading;
    private readonly bool _isFlow;
    private readonly LaneTable _months;
    private readonly LaneTable _mean;

    public ConditionState(Block block, Mailbox mail, Condition condition)
    {
        _condition = condition;
        _inputs = block.Inputs;
        _mail = mail;
        var series = block.Plan.SeriesIndex(condition.Indicator);
        _reading = mail.ReadRow(new WireRow(RowKind.Reading, series));
        _isFlow = block.Plan.AllSeries[series].Kind == SeriesKind.Flow;
        _months = new LaneTable(1, _inputs.Lanes);
        _mean = new LaneTable(1, _inputs.Lanes);
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
        (_condition.Provision < 0 || _condition.Provision == provision) && _condition.Kind switch
        {
            ConditionKind.InForceWhen => Acts.Lane(0, lane) == 0,
            ConditionKind.SuspendWhen => Acts.Lane(0, lane) > 0,
            _ => Scale.Lane(0, lane) == 0,
        };

    /// <summary>Reads the indicator of the last tick, as a monthly level, and decides.</summary>
    /// <param name="octet">Octet of lanes.</param>
    /// <param name="age">Months since the instrument came into force; 0 or less before.</param>
    public void Update(Octet octet, LaneVector age)
    {
        if (!_mail.HasArrived(_reading))
        {
            return;
        }

        var level = octet[_reading] * LaneMath.Of(_isFlow ? Experiment.TicksPerMonth : 1);
        if (_condition.Kind == ConditionKind.Review)
        {
            Review(octet, level, age);
            return;
        }

        var acting = Vector512.GreaterThan(Acts[0, octet], LaneVector.Zero);
        var mark = Vector512.ConditionalSelect(acting, _inputs[_condition.Release, octet], _inputs[_condition.Threshold, octet]);
        var past = IsPast(level, mark);
        var changing = past ^ acting;
        var months = Vector512.ConditionalSelect(changing, _months[0, octet] + LaneMath.Of(LaneMath.TickMonths), LaneVector.Zero);
        var due = changing & Vector512.GreaterThanOrEqual(months, _inputs[_condition.ForMonths, octet]);
        _months[0, octet] = Vector512.ConditionalSelect(due, LaneVector.Zero, months);
        var flipped = LaneVector.One - Acts[0, octet];
        Acts[0, octet] = Vector512.ConditionalSelect(due, flipped, Acts[0, octet]);
    }

    private LaneVector IsPast(LaneVector level, LaneVector mark) =>
        _condition.Above ? Vector512.GreaterThan(level, mark) : Vector512.LessThan(level, mark);

    private void Review(Octet octet, LaneVector level, LaneVector age)
    {
        var tick = LaneMath.Of(LaneMath.TickMonths);
        var every = _inputs[_condition.EveryMonths, octet];
        var running = Vector512.GreaterThan(age, LaneVector.Zero);
        var months = Vector512.ConditionalSelect(running, _months[0, octet] + tick, LaneVector.Zero);
        var mean = _mean[0, octet] + LaneMath.Ratio((level - _mean[0, octet]) * tick, months);
        mean = Vector512.ConditionalSelect(running, mean, LaneVector.Zero);
        var due = running & Vector512.GreaterThanOrEqual(months, every);
        var scaled = due & IsPast(mean, _inputs[_condition.Threshold, octet]);
        Scale[0, octet] = Vector512.ConditionalSelect(scaled, Scale[0, octet] * _inputs[_condition.ScaleTo, octet], Scale[0, octet]);
        _months[0, octet] = Vector512.ConditionalSelect(due, LaneVector.Zero, months);
        _mean[0, octet] = Vector512.ConditionalSelect(due, LaneVector.Zero, mean);
    }
}
