using System.Runtime.Intrinsics;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules;
using CorridorSim.Model.Start;

namespace CorridorSim.Model.Agreements;

/// <summary>
/// An agreement, or the measures of a country, at work: reads last tick's indicators, decides which provisions are in force
/// and how far, and tells the countries. It moves nobody itself.
/// </summary>
internal sealed class InstrumentParticipant : IParticipant
{
    private readonly BlockScope _block;
    private readonly Instrument _instrument;
    private readonly LaneMemory _memory;
    private readonly Mailbox _mail;
    private readonly Recorder _recorder;
    private readonly TickRow[] _weights;
    private readonly ClauseLedger _clauses;
    private readonly LaneTable _scheduled;
    private readonly LaneTable _inForce;
    private readonly LaneTable _delivered;
    private readonly ConditionState[] _conditions;
    private readonly CountedClause?[] _counted;
    private readonly ComplianceState[] _compliance;
    private readonly (int Party, TickRow Series)[] _parties;
    private readonly PolicyJournal _journal;

    public InstrumentParticipant(BlockScope block, ParticipantInfo info)
    {
        _block = block;
        _instrument = block.World.Instruments[info.Source];
        var lanes = block.Inputs.Lanes;
        _memory = new LaneMemory(lanes);
        _mail = new Mailbox(block.Post, info.Index, _memory, lanes);
        _recorder = new Recorder(block.Series, block.Recorded, _memory, _mail);
        var provisions = _instrument.Provisions;
        _weights = [.. provisions.Select((_, p) => _mail.WriteRow(new WireRow(RowKind.Weight, info.Source, p)) ?? TickRow.None)];
        _clauses = new ClauseLedger(block, _instrument, _recorder);
        _scheduled = new LaneTable(provisions.Count, lanes);
        _inForce = new LaneTable(provisions.Count, lanes);
        _delivered = new LaneTable(provisions.Count, lanes);
        _conditions = [.. _instrument.Conditions.Select(c => new ConditionState(block, _mail, c))];
        _compliance = [.. _instrument.Compliance.Select(c => new ComplianceState(block, _mail, c))];
        _counted = [.. provisions.Select(p => CountedClause.Of(block, _mail, p))];
        _parties = [.. _instrument.Compliance.Select(c => c.Party).Distinct().Select(p => (p, PartySeries(block, p)))];
        _memory.Seal();
        _recorder.Seal();
        _journal = new PolicyJournal(block.Lanes, _instrument);
    }

    /// <inheritdoc/>
    public void Advance(int tick, ReadOnlySpan<Letter> inbox, Span<Letter> outbox)
    {
        _mail.Open(tick, inbox);
        var month = _block.FirstMonth + ((tick + 0.5) * LaneMath.TickMonths);
        for (var o = 0; o < _memory.Octets; o++)
        {
            var octet = _memory.Octet(o);
            _mail.Receive(octet);
            _recorder.Open(octet);
            foreach (var condition in _conditions)
            {
                condition.Update(octet, Age(condition.Condition.Provision, month, octet));
            }

            for (var p = 0; p < _instrument.Provisions.Count; p++)
            {
                _scheduled[p, octet] = Scheduled(_instrument.Provisions[p], month, octet);
                _inForce[p, octet] = _scheduled[p, octet] * Conditional(p, octet);
            }

            for (var p = 0; p < _instrument.Provisions.Count; p++)
            {
                _counted[p]?.Update(octet, _scheduled[p, octet]);
            }

            foreach (var party in _compliance)
            {
                party.Update(octet, Financed(party.Rule.FinancedBy, octet));
            }

            foreach (var (party, series) in _parties)
            {
                Recorder.Add(series, octet, Compliance(party, octet));
            }

            for (var p = 0; p < _instrument.Provisions.Count; p++)
            {
                Tell(p, octet, month);
            }

            _recorder.Close(tick, octet);
            _mail.Deliver(octet);
        }

        _journal.Note(tick / LaneMath.TicksPerMonth, _scheduled, _inForce, _conditions);
        _journal.NoteCeilings(tick / LaneMath.TicksPerMonth, _inForce, _counted);
        _mail.Send(outbox);
    }

    /// <inheritdoc/>
    public ParticipantReport Complete()
    {
        _memory.Release();
        return _recorder.Report(_journal.Events(), [], 0);
    }

    private void Tell(int p, Octet octet, double month)
    {
        // A year's size is told as that of a month: the countries add up months.
        var spread = _instrument.Provisions[p].SpreadsYear ? LaneVector.One / MonthsOfYear(_instrument.Provisions[p], octet) : LaneVector.One;
        var weight = Kept(p, octet);
        if (_instrument.Provisions[p].ReciprocalTo is { Count: > 0 } others)
        {
            weight *= Sum(others, octet, Kept);
        }

        var counted = _counted[p];
        if (counted is not null)
        {
            var terms = _instrument.Provisions[p].Counted!;
            if (terms.InExchangeFor.Count > 0)
            {
                counted.Settle(octet, _scheduled[p, octet], Moved(terms.InExchangeFor, octet));
            }

            weight = counted.Bound(octet, weight, spread, Moved(terms.OneFor, octet));
        }

        if (!_weights[p].IsNone)
        {
            octet.Add(_weights[p], weight * spread);
        }

        _delivered[p, octet] = weight * spread;
        _clauses.Note(p, octet, month, _scheduled[p, octet], weight, spread, counted);
    }

    /// <summary>People whom provisions have moved so far.</summary>
    private LaneVector Moved(IReadOnlyList<int> provisions, Octet octet) =>
        provisions.Count == 0 ? LaneVector.Zero : Sum(provisions, octet, (p, o) => _counted[p]!.Total(o));

    /// <summary>What is in force of a provision, as far as the party that delivers it keeps to it.</summary>
    private LaneVector Kept(int p, Octet octet)
    {
        return _instrument.Provisions[p].Party is var party and >= 0
            ? _inForce[p, octet] * Compliance(_instrument.Parties[party], octet)
            : _inForce[p, octet];
    }

    private TickRow PartySeries(BlockScope block, int party) =>
        _recorder.Handle(Indicators.Compliance, _instrument.With(block.World.Countries[party].Code), SeriesKey.All);

    /// <summary>How far a party keeps to the instrument, 0 to 1: a variant has at most one rule for it.</summary>
    private LaneVector Compliance(int party, Octet octet)
    {
        var level = LaneVector.One;
        foreach (var state in _compliance)
        {
            if (state.Rule.Party == party)
            {
                level *= state.Level(octet);
            }
        }

        return level;
    }

    /// <summary>A clause that variants state in different ways is several provisions, of which a lane has one in force.</summary>
    private static LaneVector Sum(IReadOnlyList<int> provisions, Octet octet, Func<int, Octet, LaneVector> weight)
    {
        var sum = weight(provisions[0], octet);
        for (var i = 1; i < provisions.Count; i++)
        {
            sum += weight(provisions[i], octet);
        }

        return sum;
    }

    /// <summary>Capacity that a provision financed in the last tick.</summary>
    private LaneVector Financed(IReadOnlyList<int> provisions, Octet octet) => provisions.Count == 0
        ? LaneVector.Zero
        : Sum(provisions, octet, (p, o) => _delivered[p, o] * _block.Inputs[_instrument.Provisions[p].Size, o]);

    private LaneVector Age(int provision, double month, Octet octet)
    {
        var from = provision >= 0 ? _block.Inputs[_instrument.Provisions[provision].FromMonth, octet] : _block.Inputs[_instrument.SignedMonth, octet];
        return LaneMath.Of(month) - from;
    }

    /// <summary>Weight by dates alone: in force between its dates, growing over the ramp, fading after the start.</summary>
    private LaneVector Scheduled(Provision provision, double month, Octet octet)
    {
        var inputs = _block.Inputs;
        var now = LaneMath.Of(month);
        var from = inputs[provision.FromMonth, octet];
        var within = ClauseWeight.IsWithin(now, from, inputs[provision.ToMonth, octet])
            & ClauseWeight.IsWithin(now, inputs[_instrument.SignedMonth, octet], inputs[_instrument.SunsetMonth, octet]);
        if (provision.Season is { } season)
        {
            within &= SeasonCalendar.Includes(inputs[season.First, octet], inputs[season.Last, octet], month);
        }

        var weight = ClauseWeight.Of(now - from, inputs[provision.RampMonths, octet], inputs[provision.FadeMonths, octet], inputs[provision.InForce, octet]);
        return Vector512.ConditionalSelect(within, weight, LaneVector.Zero);
    }

    private LaneVector MonthsOfYear(Provision provision, Octet octet) =>
        provision.Season is { } season
            ? SeasonCalendar.Months(_block.Inputs[season.First, octet], _block.Inputs[season.Last, octet])
            : LaneMath.Of(LaneMath.MonthsOfYear);

    private LaneVector Conditional(int provision, Octet octet)
    {
        var weight = LaneVector.One;
        foreach (var state in _conditions)
        {
            if (state.Condition.Provision >= 0 && state.Condition.Provision != provision)
            {
                continue;
            }

            weight *= state.Weight(octet);
        }

        return weight;
    }
}
