using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Rules.Clauses;
using CorridorSim.Model.Rules.Time;

namespace CorridorSim.Model.Agreements;

/// <summary>
/// The weights of an instrument's clauses by dates alone, and until when they stay as they are. They change at a date and while a clause
/// grows or fades; in between nobody need ask again.
/// </summary>
internal sealed class ScheduleCalendar
{
    private readonly InputTable _inputs;
    private readonly Instrument _instrument;
    private readonly bool _hasSeasons;
    private readonly double[] _settledUntil;

    /// <summary>A calendar in which nothing is settled yet.</summary>
    public ScheduleCalendar(InputTable inputs, Instrument instrument)
    {
        (_inputs, _instrument) = (inputs, instrument);
        _hasSeasons = instrument.Provisions.Any(p => p.Season is not null);
        _settledUntil = new double[inputs.Octets];
        Array.Fill(_settledUntil, double.NegativeInfinity);
    }

    /// <summary>True when all weights of eight lanes are those of the last call of <see cref="Settle"/>.</summary>
    public bool IsSettled(Octet octet, double month) => month < _settledUntil[octet.Index];

    /// <summary>Notes, once the weights of a month are worked out, before which month none of them changes.</summary>
    public void Settle(Octet octet, double month)
    {
        var until = LaneMath.Of(_hasSeasons ? Math.Floor(month) + 1 : double.PositiveInfinity);
        foreach (var provision in _instrument.Provisions)
        {
            until = LaneVector.Min(until, Until(provision, octet, LaneMath.Of(month)));
        }

        _settledUntil[octet.Index] = Enumerable.Range(0, LaneTable.OctetLanes).Min(lane => until[lane]);
    }

    /// <summary>Weight by dates alone: in force between its dates, growing over the ramp, fading after the start.</summary>
    public LaneVector Weight(Provision provision, Octet octet, double month)
    {
        var now = LaneMath.Of(month);
        var from = _inputs[provision.FromMonth, octet];
        var within = ClauseWeight.IsWithin(now, from, _inputs[provision.ToMonth, octet])
            & ClauseWeight.IsWithin(now, _inputs[_instrument.SignedMonth, octet], _inputs[_instrument.SunsetMonth, octet]);
        if (provision.Season is { } season)
        {
            within &= SeasonCalendar.Includes(_inputs[season.First, octet], _inputs[season.Last, octet], month);
        }

        var weight = ClauseWeight.Of(now - from, _inputs[provision.RampMonths, octet], _inputs[provision.FadeMonths, octet], _inputs[provision.InForce, octet]);
        return LaneVector.ConditionalSelect(within, weight, LaneVector.Zero);
    }

    /// <summary>The next date of a clause; now while it grows or fades.</summary>
    private LaneVector Until(Provision provision, Octet octet, LaneVector now)
    {
        var from = _inputs[provision.FromMonth, octet];
        var next = LaneVector.Min(Next(from, now), Next(_inputs[provision.ToMonth, octet], now));
        next = LaneVector.Min(next, Next(_inputs[_instrument.SignedMonth, octet], now));
        next = LaneVector.Min(next, Next(_inputs[_instrument.SunsetMonth, octet], now));
        var isMoving = ClauseWeight.IsMoving(now - from, _inputs[provision.RampMonths, octet])
            | ClauseWeight.IsMoving(now - from, _inputs[provision.FadeMonths, octet]);
        return LaneVector.ConditionalSelect(isMoving & LaneVector.GreaterThan(_inputs[provision.InForce, octet], LaneVector.Zero), now, next);
    }

    private static LaneVector Next(LaneVector date, LaneVector now) =>
        LaneVector.ConditionalSelect(LaneVector.GreaterThan(date, now), date, LaneMath.Of(double.PositiveInfinity));
}
