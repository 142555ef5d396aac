using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Places;

namespace CorridorSim.Model.Rules.Routes;

/// <summary>
/// What people at a waiting place decide (docs/model.md, border): with s* the log success as it is seen, V the value of an
/// appointment and g0 that of going home, a share x = e^{nu s*} / (e^{nu s*} + (V + g0)^nu) crosses between ports, and of the others
/// g0 / (V + g0) would turn back. Logit choice: McFadden 1978.
/// </summary>
internal readonly struct BorderChoice
{
    /// <summary>Longest wait for an appointment that people reckon with, months.</summary>
    public const double MaxWaitMonths = 120;

    /// <summary>Works out the shares.</summary>
    /// <param name="logSuccess">Log of the chance of success as it is seen, at most 0.</param>
    /// <param name="appointment">Value of an appointment, 0 to 1, see <see cref="AppointmentValue"/>.</param>
    /// <param name="giveUp">Value of going home, above 0.</param>
    /// <param name="sharpness">How sharply people choose, above 0.</param>
    public BorderChoice(LaneVector logSuccess, LaneVector appointment, LaneVector giveUp, LaneVector sharpness)
    {
        var crossing = LaneMath.SafeExp(sharpness * logSuccess);
        var staying = LaneMath.SafeExp(sharpness * LaneMath.SafeLog(appointment + giveUp));
        Crossing = crossing / (crossing + staying);
        Staying = staying / (crossing + staying);
        GoingHome = LaneMath.Ratio(giveUp, appointment + giveUp);
    }

    /// <summary>Share that crosses between ports, 0 to 1.</summary>
    public LaneVector Crossing { get; }

    /// <summary>Share that does not cross, 0 to 1.</summary>
    public LaneVector Staying { get; }

    /// <summary>Of the others, the share that prefers going home to waiting, 0 to 1.</summary>
    public LaneVector GoingHome { get; }

    /// <summary>Wait for an appointment, months: people who wait over appointments a month, at most <see cref="MaxWaitMonths"/>.</summary>
    /// <param name="waiting">People who wait.</param>
    /// <param name="pace">Appointments a month.</param>
    public static LaneVector Wait(LaneVector waiting, LaneVector pace) => LaneVector.Min(LaneMath.Ratio(waiting, pace), LaneMath.Of(MaxWaitMonths));

    /// <summary>V = phi e^{-delta wait} where appointments are to be had, otherwise 0.</summary>
    /// <param name="pace">Appointments a month.</param>
    /// <param name="success">Chance that an appointment lets in, phi, 0 to 1.</param>
    /// <param name="sensitivity">Dislike of waiting, delta, per month.</param>
    /// <param name="wait">Wait, months.</param>
    public static LaneVector AppointmentValue(LaneVector pace, LaneVector success, LaneVector sensitivity, LaneVector wait)
    {
        var offered = LaneVector.ConditionalSelect(OfferedPlaces.Any(pace), LaneVector.One, LaneVector.Zero);
        return offered * success * LaneMath.SafeExp(-(sensitivity * wait));
    }

    /// <summary>
    /// J = (e^{nu s*} + V^nu)^{1/nu}, at most 1: the value of arriving at the border is the inclusive value of the choice between the
    /// two ways (McFadden 1978), with the same sharpness as the choice itself. An appointment that is worth much less than crossing
    /// hardly tells anybody to set out; where there is none, arriving is worth what crossing is.
    /// </summary>
    /// <param name="logSuccess">Log of the chance of success between ports as it is seen, at most 0.</param>
    /// <param name="appointment">Value of an appointment, 0 to 1, see <see cref="AppointmentValue"/>.</param>
    /// <param name="sharpness">How sharply people choose, above 0.</param>
    public static LaneVector ValueOfArriving(LaneVector logSuccess, LaneVector appointment, LaneVector sharpness)
    {
        if (LaneVector.EqualsAll(appointment, LaneVector.Zero))
        {
            return LaneVector.Min(LaneMath.SafeExp(logSuccess), LaneVector.One);
        }

        var both = LaneMath.SafeExp(sharpness * logSuccess) + LaneMath.SafeExp(sharpness * LaneMath.SafeLog(appointment));
        var either = LaneMath.SafeExp(LaneMath.SafeLog(both) / sharpness);
        var offered = LaneVector.GreaterThan(appointment, LaneVector.Zero);
        return LaneVector.Min(LaneVector.ConditionalSelect(offered, either, LaneMath.SafeExp(logSuccess)), LaneVector.One);
    }
}
