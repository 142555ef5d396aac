using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Rules.Clauses;
using CorridorSim.Model.Rules.Places;
using CorridorSim.Model.Start;

namespace CorridorSim.Model.Agreements;

/// <summary>
/// The people whom a clause has moved in the lanes of a block, as the countries counted them up to the last tick, and what follows: how much of it
/// a ceiling, a stock, an exchange or a minimum leaves, and what is paid.
/// </summary>
internal sealed class CountedClause
{
    private readonly Provision _provision;
    private readonly CountedTerms _terms;
    private readonly InputTable _inputs;
    private readonly Mailbox _mail;
    private readonly TickRow[] _readings;
    private readonly LaneTable _total;
    private readonly LaneTable _inUse;
    private readonly LaneTable _offered;
    private readonly LaneTable _sinceYear;
    private readonly LaneTable _yearMonths;
    private readonly LaneTable _met;
    private readonly LaneTable _hasBegun;
    private readonly LaneTable _paid;

    private CountedClause(BlockScope block, Mailbox mail, Provision provision, CountedTerms terms)
    {
        (_provision, _terms, _inputs, _mail) = (provision, terms, block.Inputs, mail);
        _readings = [.. terms.Counted.Select(key => mail.ReadRow(new WireRow(RowKind.Reading, block.Series.IndexOf(key))))];
        (_total, _inUse, _offered) = (Table(), Table(), Table());
        (_sinceYear, _yearMonths, _met, _hasBegun, _paid) = (Table(), Table(), Table(), Table(), Table());
        _met.FillRow(0, 1);

        LaneTable Table() => new(1, block.Inputs.Lanes);
    }

    /// <summary>True when the size is a number of places at a time.</summary>
    public bool IsStock => _terms.StayMonths is not null;

    /// <summary>The clause's count; null where nothing follows from it.</summary>
    public static CountedClause? Of(BlockScope block, Mailbox mail, Provision provision) =>
        provision.Counted is { } terms ? new CountedClause(block, mail, provision, terms) : null;

    /// <summary>People moved so far.</summary>
    public LaneVector Total(Octet octet) => _total[0, octet];

    /// <summary>Places in use.</summary>
    public LaneVector InUse(Octet octet) => _inUse[0, octet];

    /// <summary>What is due to be paid in this tick, thousand USD.</summary>
    public LaneVector Paid(Octet octet) => _paid[0, octet];

    /// <summary>True when the ceiling leaves nothing in a lane.</summary>
    public bool IsUsedUp(int lane) => _terms.Ceiling is { } ceiling && PlacesLeft.IsUsedUp(_total.Lane(0, lane), _inputs.Lane(ceiling, lane));

    /// <summary>Counts the people of the last tick, and pays for them.</summary>
    /// <param name="octet">Octet of lanes.</param>
    /// <param name="scheduled">Weight by dates alone.</param>
    public void Update(Octet octet, LaneVector scheduled)
    {
        var moved = LaneVector.Zero;
        foreach (var reading in _readings)
        {
            moved += _mail.HasArrived(reading) ? octet[reading] : LaneVector.Zero;
        }

        moved = _terms.IsShared ? LaneVector.Min(moved, _offered[0, octet]) : moved;
        var before = _total[0, octet];
        _paid[0, octet] = LaneVector.Zero;
        _total[0, octet] = before + moved;
        if (_terms.StayMonths is { } stay)
        {
            _inUse[0, octet] = PlacesLeft.InUse(_inUse[0, octet], moved, _inputs[stay, octet]);
        }

        if (_terms.Payment is { } payment)
        {
            Pay(payment, octet, scheduled, before, moved);
        }
    }

    /// <summary>At the end of each year in force, holds what the others moved in it against the minimum.</summary>
    /// <param name="octet">Octet of lanes.</param>
    /// <param name="scheduled">Weight by dates alone.</param>
    /// <param name="others">People whom the clauses it is given for have moved so far.</param>
    public void Settle(Octet octet, LaneVector scheduled, LaneVector others)
    {
        var isOn = LaneVector.GreaterThan(scheduled, LaneVector.Zero);
        var months = LaneVector.ConditionalSelect(isOn, _yearMonths[0, octet] + LaneMath.Of(LaneMath.TickMonths), LaneVector.Zero);
        var isOver = LaneVector.GreaterThan(months, LaneMath.Of(Units.MonthsOfYear));
        var met = MinimumMet.Share(others - _sinceYear[0, octet], _inputs[_terms.MinimumPerYear!.Value, octet]);
        _met[0, octet] = LaneVector.ConditionalSelect(isOver, met, _met[0, octet]);
        _sinceYear[0, octet] = LaneVector.ConditionalSelect(isOn & ~isOver, _sinceYear[0, octet], others);
        _yearMonths[0, octet] = LaneVector.ConditionalSelect(isOver, LaneMath.Of(LaneMath.TickMonths), months);
    }

    /// <summary>The weight that is left of what conditions, compliance and reciprocity leave.</summary>
    /// <param name="octet">Octet of lanes.</param>
    /// <param name="weight">Weight before.</param>
    /// <param name="spread">Part of the size that falls on one month.</param>
    /// <param name="others">People moved by the clauses for which places are owed.</param>
    public LaneVector Bound(Octet octet, LaneVector weight, LaneVector spread, LaneVector others)
    {
        var size = _inputs[_provision.Size, octet];
        var tick = LaneMath.Of(LaneMath.TickMonths);
        weight = _terms.MinimumPerYear is not null ? weight * _met[0, octet] : weight;
        if (_terms is { MoneyShare: { } share, MoneyPerPlace: { } perPlace })
        {
            var money = weight * _inputs[share, octet];
            weight -= money;
            _paid[0, octet] += money * spread * size * tick * _inputs[perPlace, octet];
        }

        if (IsStock)
        {
            weight = LaneMath.Ratio(PlacesLeft.UnderCeiling(weight * size, _inUse[0, octet]), size * tick);
        }

        var offer = weight * spread * size * tick;
        if (_terms.Ceiling is { } ceiling)
        {
            weight *= PlacesLeft.Part(offer, PlacesLeft.UnderCeiling(_inputs[ceiling, octet], _total[0, octet]));
            offer = weight * spread * size * tick;
        }

        if (_terms is { OneFor.Count: > 0, OneForRatio: { } ratio })
        {
            weight *= PlacesLeft.Part(offer, PlacesLeft.Owed(_inputs[ratio, octet], others, _total[0, octet]));
            offer = weight * spread * size * tick;
        }

        _offered[0, octet] = offer;
        return weight;
    }

    private void Pay(PaymentTerms payment, Octet octet, LaneVector scheduled, LaneVector before, LaneVector moved)
    {
        var isOn = LaneVector.GreaterThan(scheduled, LaneVector.Zero);
        var begins = isOn & LaneVector.Equals(_hasBegun[0, octet], LaneVector.Zero);
        var paid = LaneVector.ConditionalSelect(begins, _inputs[payment.AtStart, octet], LaneVector.Zero) + (moved * _inputs[payment.PerPerson, octet]);
        foreach (var (persons, amount) in payment.Thresholds)
        {
            paid += ThresholdPayment.Due(before, before + moved, _inputs[persons, octet], _inputs[amount, octet]);
        }

        _hasBegun[0, octet] = LaneVector.ConditionalSelect(isOn, LaneVector.One, _hasBegun[0, octet]);
        _paid[0, octet] = paid;
    }
}
