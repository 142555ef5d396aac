using CorridorSim.Model.Countries;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Start;

namespace CorridorSim.Model.Agreements;

/// <summary>Records, clause by clause, what an instrument promised and delivered, what it cost and who paid.</summary>
internal sealed class ClauseLedger
{
    private readonly InputTable _inputs;
    private readonly Entry[] _entries;

    /// <summary>Takes the handles of its series; before the recorder is sealed.</summary>
    public ClauseLedger(BlockScope block, Instrument instrument, Recorder recorder)
    {
        _inputs = block.Inputs;
        var world = block.World;
        _entries =
        [
            .. instrument.Provisions.Select(p =>
            {
                var where = $"{instrument.Id}/{p.Id}";
                var unit = world.Slots[p.Size.Index].Unit;
                var isFlow = p.SpreadsYear || unit.EndsWith("/month", StringComparison.Ordinal);
                var grants = p.Lot is { IsYearly: true } lot ? (Grant(lot), Grant(lot)) : ((YearlyGrant, YearlyGrant)?)null;
                return new Entry(
                    p,
                    grants,
                    LaneMath.Of(isFlow ? LaneMath.TickMonths : 1),
                    Handle(Indicators.Delivery, where),
                    Handle(Indicators.Promised, where),
                    Handle(Indicators.Delivered, where),
                    Handle(Indicators.Cost, where),
                    p.Payer is { } payer ? Handle(Indicators.Spending, instrument.With(world.Countries[payer.Index].Code)) : TickRow.None);
            }),
        ];

        YearlyGrant Grant(LotTerms lot) => new(block.Inputs, lot.YearStart);

        TickRow Handle(string variable, string where) => recorder.Handle(variable, where, SeriesKey.All);
    }

    /// <summary>True when anybody records or watches a figure of a clause.</summary>
    public bool IsRecorded(int p) => _entries[p].IsRecorded;

    /// <summary>Notes one tick of a clause.</summary>
    /// <param name="p">Index of the provision.</param>
    /// <param name="octet">Octet of lanes.</param>
    /// <param name="month">Month, see <see cref="CalendarMonth"/>.</param>
    /// <param name="scheduled">Weight by dates alone.</param>
    /// <param name="weight">Weight delivered.</param>
    /// <param name="spread">Part of the size that falls on one month: 1, or less where it is that of a year.</param>
    /// <param name="counted">The people it has moved; null where nothing follows from them.</param>
    public void Note(int p, Octet octet, double month, LaneVector scheduled, LaneVector weight, LaneVector spread, CountedClause? counted)
    {
        var entry = _entries[p];
        if (!entry.IsRecorded)
        {
            return;
        }

        var size = _inputs[entry.Provision.Size, octet];
        var (promised, delivered) = (scheduled * size * spread, weight * size * spread);
        var used = delivered * LaneMath.Of(LaneMath.TickMonths);
        if (entry.Grants is { } grants)
        {
            (promised, delivered) = (grants.Promised.Due(octet, month, promised, out _), grants.Delivered.Due(octet, month, delivered, out _));
            used = delivered;
        }

        var cost = used * _inputs[entry.Provision.UnitCost, octet];
        if (counted is not null)
        {
            cost += counted.Paid(octet);
            delivered = counted.IsStock ? counted.InUse(octet) : delivered;
        }

        Recorder.Add(entry.Delivery, octet, weight);
        Recorder.Add(entry.Promised, octet, promised * entry.Span);
        Recorder.Add(entry.Delivered, octet, delivered * entry.Span);
        Recorder.Add(entry.Cost, octet, cost);
        Recorder.Add(entry.Spending, octet, cost);
    }

    private sealed record Entry(
        Provision Provision, (YearlyGrant Promised, YearlyGrant Delivered)? Grants, LaneVector Span, TickRow Delivery, TickRow Promised, TickRow Delivered, TickRow Cost, TickRow Spending)
    {
        /// <summary>True when anybody records or watches any of its figures.</summary>
        public bool IsRecorded { get; } = !(Delivery.IsNone && Promised.IsNone && Delivered.IsNone && Cost.IsNone && Spending.IsNone);
    }
}
