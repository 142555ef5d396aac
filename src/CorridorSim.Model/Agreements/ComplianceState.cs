using System.Runtime.Intrinsics;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Start;

namespace CorridorSim.Model.Agreements;

/// <summary>
/// The compliance of one party in the lanes of a block. Load L = inflow / (capacity + financed capacity); compliance c follows
/// max(least, 1 - sensitivity max(0, L - 1)) with the party's time of adaptation. It starts at 1.
/// </summary>
internal sealed class ComplianceState
{
    private readonly LaneTable _inputs;
    private readonly Mailbox _mail;
    private readonly TickRow _reading;
    private readonly double _perMonth;
    private readonly LaneTable _level;

    /// <summary>Takes its rows; before the memory is sealed.</summary>
    public ComplianceState(BlockScope block, Mailbox mail, Compliance rule)
    {
        Rule = rule;
        _inputs = block.Inputs;
        _mail = mail;
        var series = block.Series.IndexOf(rule.Inflow);
        _reading = mail.ReadRow(new WireRow(RowKind.Reading, series));
        _perMonth = block.Series.All[series].Kind == SeriesKind.Flow ? LaneMath.TicksPerMonth : 1;
        _level = new LaneTable(1, _inputs.Lanes);
        _level.FillRow(0, 1);
    }

    /// <summary>The rule.</summary>
    public Compliance Rule { get; }

    /// <summary>Compliance of eight lanes, 0 to 1; 1 where the variant does not have the rule.</summary>
    public LaneVector Level(Octet octet) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(_inputs[Rule.InForce, octet], LaneVector.Zero), _level[0, octet], LaneVector.One);

    /// <summary>Follows the load of the last tick; where it is not a number, compliance stays as it is.</summary>
    /// <param name="octet">Octet of lanes.</param>
    /// <param name="financed">Capacity that a partner finances.</param>
    public void Update(Octet octet, LaneVector financed)
    {
        if (_mail.HasArrived(_reading))
        {
            Follow(octet, financed);
        }
    }

    private void Follow(Octet octet, LaneVector financed)
    {
        var inflow = octet[_reading] * LaneMath.Of(_perMonth);
        var load = LaneMath.Ratio(inflow, _inputs[Rule.Capacity, octet] + financed);
        var excess = Vector512.Max(LaneVector.Zero, load - LaneVector.One);
        var target = Vector512.Max(_inputs[Rule.Least, octet], LaneVector.One - (_inputs[Rule.Sensitivity, octet] * excess));
        var share = LaneMath.OutflowShare(_inputs[Rule.AdaptationMonths, octet]);
        var next = _level[0, octet] + (share * (target - _level[0, octet]));
        _level[0, octet] = Vector512.ConditionalSelect(Vector512.Equals(inflow, inflow), next, _level[0, octet]);
    }
}
