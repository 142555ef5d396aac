using CorridorSim.Model.Borders;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Routes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Start;

/// <summary>
/// One border and nationality in balance with a steady inflow: how many wait, what an appointment is worth, how many cross.
/// The rules are those of <see cref="BorderDesk"/>, without announcements and with success seen as it is.
/// </summary>
internal sealed class BorderStart
{
    private readonly BorderOutcome _outcome;
    private readonly LaneVector _slots;
    private readonly LaneVector _decisionMonths;
    private readonly LaneVector _giveUp;
    private readonly LaneVector _preference;
    private readonly LaneVector _turningBack;
    private readonly LaneVector _phi;
    private readonly LaneVector _delta;
    private readonly LaneVector _sharpness;

    public BorderStart(WorldPlan world, InputTable inputs, int border, int nationality, int octet)
    {
        var regime = world.Borders[border].Regimes[nationality];
        var behaviour = world.Behaviour;
        _outcome = BorderOutcome.Of(regime, inputs, octet);
        _slots = inputs[regime.PortSlots, octet];
        _decisionMonths = inputs[behaviour.BorderDecisionMonths, octet];
        _giveUp = inputs[behaviour.GiveUpValue, octet];
        _preference = world.Nationalities[nationality].PortPreference is { } preference ? inputs[preference, octet] : LaneVector.One;
        // Who waits at home does not turn back.
        _turningBack = RouteGeometry.WaitsAtHome(world, border, nationality) ? LaneVector.Zero : inputs[behaviour.TurningBackShare, octet];
        _phi = inputs[behaviour.AppointmentSuccess, octet];
        _delta = inputs[behaviour.WaitSensitivity, octet];
        _sharpness = inputs[behaviour.BorderSharpness, octet];
    }

    /// <summary>People who wait.</summary>
    public LaneVector Waiting { get; private set; }

    /// <summary>Encounters between ports for each person who reaches the border.</summary>
    public LaneVector EncountersPerArrival { get; private set; } = LaneVector.One;

    /// <summary>Takes the inflow, persons a month, into account; the wait follows that of the last call.</summary>
    public void Settle(LaneVector arriving)
    {
        var appointment = BorderChoice.AppointmentValue(_slots, _preference * _phi, _delta, BorderChoice.Wait(Waiting, _slots));
        var choice = new BorderChoice(LaneMath.SafeLog(_outcome.Success), appointment, _giveUp, _sharpness);
        var share = choice.Crossing;
        var leaving = BorderBalance.Leaving(share, _turningBack, choice.GoingHome);
        var rest = BorderBalance.Deciding(arriving, _slots);
        Waiting = (Waiting + BorderBalance.Waiting(rest, _decisionMonths, leaving)) * LaneMath.Of(0.5);
        EncountersPerArrival = LaneMath.Ratio(rest, arriving) * LaneMath.Ratio(share, leaving) * _outcome.Encountered;
    }
}
