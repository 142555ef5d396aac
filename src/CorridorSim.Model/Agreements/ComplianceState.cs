using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Rules.Clauses;
using CorridorSim.Model.Start;

namespace CorridorSim.Model.Agreements;

/// <summary>
/// The compliance of one party in the lanes of a block, see <see cref="ComplianceLevel"/>. It starts at 1.
/// </summary>
internal sealed class ComplianceState
{
    private readonly InputTable _inputs;
    private readonly WatchedSeries _inflow;
    private readonly LaneTable _level;

    /// <summary>Takes its rows; before the memory is sealed.</summary>
    public ComplianceState(BlockScope block, Mailbox mail, Compliance rule)
    {
        Rule = rule;
        _inputs = block.Inputs;
        _inflow = new WatchedSeries(block, mail, rule.Inflow);
        _level = new LaneTable(1, _inputs.Lanes);
        _level.FillRow(0, 1);
    }

    /// <summary>The rule.</summary>
    public Compliance Rule { get; }

    /// <summary>Compliance of eight lanes, 0 to 1; 1 where the variant does not have the rule.</summary>
    public LaneVector Level(Octet octet) =>
        LaneVector.ConditionalSelect(LaneVector.GreaterThan(_inputs[Rule.InForce, octet], LaneVector.Zero), _level[0, octet], LaneVector.One);

    /// <summary>Follows the load of the last tick; where it is not a number, compliance stays as it is.</summary>
    /// <param name="octet">Octet of lanes.</param>
    /// <param name="financed">Capacity that a partner finances.</param>
    public void Update(Octet octet, LaneVector financed)
    {
        if (_inflow.HasArrived)
        {
            Follow(octet, financed);
        }
    }

    private void Follow(Octet octet, LaneVector financed)
    {
        var inflow = _inflow.Level(octet);
        var target = ComplianceLevel.Target(
            inflow, _inputs[Rule.Capacity, octet] + financed, _inputs[Rule.Sensitivity, octet], _inputs[Rule.Least, octet]);
        _level[0, octet] = ComplianceLevel.Next(_level[0, octet], inflow, target, _inputs[Rule.AdaptationMonths, octet]);
    }
}
