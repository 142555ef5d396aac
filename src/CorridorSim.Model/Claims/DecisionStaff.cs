using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules.Queues;
using CorridorSim.Model.Rules.Time;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Claims;

/// <summary>
/// People who decide: those of the budget and those that measures add, in training and trained; see <see cref="StaffCapacity"/>.
/// </summary>
internal sealed class DecisionStaff
{
    private readonly int _budget;
    private readonly int _trained;
    private readonly InputRow _added;
    private readonly InputRow _output;
    private readonly InputRow _training;
    private readonly InputRow _follow;
    private readonly TickRow _series;

    public DecisionStaff(CountryContext context, Procedure procedure)
    {
        var inputs = context.Block.Inputs;
        _budget = context.Row(o => inputs[procedure.Staff, o]);
        _trained = context.Row(o => inputs[procedure.Staff, o]);
        _added = context.Policy.Input(procedure.AddedStaff);
        _output = context.Policy.Input(procedure.Output);
        _training = context.Policy.Input(procedure.TrainingMonths);
        _follow = context.Policy.Input(procedure.FollowMonths);
        _series = context.Recorder.Handle(Indicators.TrainedStaff, procedure.Id, SeriesKey.All);
    }

    /// <summary>First decisions that can be made in this tick, persons.</summary>
    /// <param name="octet">Eight lanes.</param>
    /// <param name="claims">Claims of the tick, persons.</param>
    public LaneVector Capacity(Octet octet, LaneVector claims)
    {
        var output = _output[octet];
        octet[_budget] = Lag.Follow(octet[_budget], StaffCapacity.Needed(claims, output), LaneMath.OutflowShare(_follow[octet]));
        var trained = StaffCapacity.Trained(octet[_trained], StaffCapacity.Paid(octet[_budget], _added[octet]), LaneMath.OutflowShare(_training[octet]));
        octet[_trained] = trained;
        Recorder.Add(_series, octet, trained);
        return StaffCapacity.Decisions(trained, output);
    }
}
