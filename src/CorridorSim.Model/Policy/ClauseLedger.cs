using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Policy;

/// <summary>Records, clause by clause, what an instrument promised and delivered, what it cost and who paid.</summary>
internal sealed class ClauseLedger
{
    private readonly LaneTable _inputs;
    private readonly Entry[] _entries;

    /// <summary>Takes the handles of its series; before the recorder is sealed.</summary>
    public ClauseLedger(Block block, Instrument instrument, Recorder recorder)
    {
        _inputs = block.Inputs;
        var world = block.Plan.Experiment.World;
        _entries =
        [
            .. instrument.Provisions.Select(p =>
            {
                var where = $"{instrument.Id}/{p.Id}";
                var isFlow = world.Slots[p.Size].Unit.EndsWith("/month", StringComparison.Ordinal);
                return new Entry(
                    p,
                    LaneMath.Of(isFlow ? LaneMath.TickMonths : 1),
                    Handle(Indicators.Delivery, where),
                    Handle(Indicators.Promised, where),
                    Handle(Indicators.Delivered, where),
                    Handle(Indicators.Cost, where),
                    p.Payer < 0 ? TickRow.None : Handle(Indicators.Spending, instrument.With(world.Countries[p.Payer])));
            }),
        ];

        TickRow Handle(string variable, string where) => recorder.Handle(variable, where, SeriesKey.All);
    }

    /// <summary>Notes one tick of a clause.</summary>
    /// <param name="p">Index of the provision.</param>
    /// <param name="octet">Octet of lanes.</param>
    /// <param name="scheduled">Weight by dates alone.</param>
    /// <param name="weight">Weight delivered.</param>
    public void Note(int p, Octet octet, LaneVector scheduled, LaneVector weight)
    {
        var entry = _entries[p];
        var size = _inputs[entry.Provision.Size, octet];
        var cost = weight * size * _inputs[entry.Provision.UnitCost, octet] * LaneMath.Of(LaneMath.TickMonths);
        Recorder.Add(entry.Delivery, octet, weight);
        Recorder.Add(entry.Promised, octet, scheduled * size * entry.Span);
        Recorder.Add(entry.Delivered, octet, weight * size * entry.Span);
        Recorder.Add(entry.Cost, octet, cost);
        Recorder.Add(entry.Spending, octet, cost);
    }

    private sealed record Entry(Provision Provision, LaneVector Span, TickRow Delivery, TickRow Promised, TickRow Delivered, TickRow Cost, TickRow Spending);
}
