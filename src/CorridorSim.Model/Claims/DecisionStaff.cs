using System.Runtime.Intrinsics;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Claims;

/// <summary>
/// People who decide: those of the budget B follow the claims of a month over the output of one, B' = (claims / output - B) / T_follow,
/// measures add others, and a new one decides as much as the rest after a mean of T_training: trained' = (B + added - trained) / T_training
/// upwards; who leaves is gone at once. Capacity is trained x output.
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
        var (tick, output) = (LaneMath.Of(LaneMath.TickMonths), _output[octet]);
        octet[_budget] += LaneMath.OutflowShare(_follow[octet]) * (LaneMath.Ratio(claims, output * tick) - octet[_budget]);
        var wanted = Vector512.Max(octet[_budget] + _added[octet], LaneVector.Zero);
        var trained = octet[_trained];
        trained = Vector512.Min(wanted, trained + (LaneMath.OutflowShare(_training[octet]) * Vector512.Max(wanted - trained, LaneVector.Zero)));
        octet[_trained] = trained;
        Recorder.Add(_series, octet, trained);
        return trained * output * tick;
    }
}
