using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules.Time;
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
    private readonly Provision[] _provisions;
    private readonly TickRow[] _weights;
    private readonly ScheduleCalendar _calendar;
    private readonly bool[] _isByDates;
    private readonly ClauseLedger _clauses;
    private readonly LaneTable _scheduled;
    private readonly LaneTable _inForce;
    private readonly LaneTable _delivered;
    private readonly ConditionState[] _conditions;
    private readonly CountedClause?[] _counted;
    private readonly ComplianceState[] _compliance;
    private readonly (CountryIndex Party, TickRow Series)[] _parties;
    private readonly PolicyJournal _journal;

    public InstrumentParticipant(BlockScope block, ParticipantInfo info)
    {
        _block = block;
        _instrument = block.World.Instruments[info.Source];
        var lanes = block.Inputs.Lanes;
        _memory = new LaneMemory(lanes);
        _mail = new Mailbox(block.Post, info.Index, _memory, lanes);
        _recorder = new Recorder(block.Series, block.Recorded, _memory, _mail);
        var provisions = _provisions = [.. _instrument.Provisions];
        _weights = [.. provisions.Select((_, p) => _mail.WriteRow(new WireRow(RowKind.Weight, info.Source, p)) ?? TickRow.None)];
        _clauses = new ClauseLedger(block, _instrument, _recorder);
        _scheduled = new LaneTable(provisions.Length, lanes);
        _inForce = new LaneTable(provisions.Length, lanes);
        _delivered = new LaneTable(provisions.Length, lanes);
        _conditions = [.. _instrument.Conditions.Select(c => new ConditionState(block, _mail, c))];
        _compliance = [.. _instrument.Compliance.Select(c => new ComplianceState(block, _mail, c))];
        _counted = [.. provisions.Select(p => CountedClause.Of(block, _mail, p))];
        _parties = [.. _instrument.Compliance.Select(c => c.Party).Distinct().Select(p => (p, PartySeries(block, p)))];
        _memory.Seal();
        _recorder.Seal();
        _journal = new PolicyJournal(block.Lanes, _instrument);
        _calendar = new ScheduleCalendar(block.Inputs, _instrument);
        _isByDates = [.. provisions.Select((_, p) => IsByDates(p))];
    }

    /// <inheritdoc/>
    public void Advance(int tick, ReadOnlySpan<Letter> inbox, Span<Letter> outbox)
    {
        _mail.Open(tick, inbox);
        var hasMoved = !Array.TrueForAll(_isByDates, p => p);
        var month = _block.FirstMonth + ((tick + 0.5) * LaneMath.TickMonths);
        for (var o = 0; o < _memory.Octets; o++)
        {
            var octet = _memory.Octet(o);
            _mail.Receive(octet);
            _recorder.Open(octet);
            var isSettled = _calendar.IsSettled(octet, month);
            hasMoved |= !isSettled;
            foreach (var condition in _conditions)
            {
                condition.Update(octet, Age(condition.Condition.Provision, month, octet));
            }

            if (!isSettled)
            {
                Schedule(octet, month);
            }

            for (var p = 0; p < _provisions.Length; p++)
            {
                if (!(isSettled && _isByDates[p]))
                {
                    _inForce[p, octet] = _scheduled[p, octet] * Conditional(p, octet);
                }
            }

            for (var p = 0; p < _provisions.Length; p++)
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

            var areWeightsNew = false;
            for (var p = 0; p < _provisions.Length; p++)
            {
                if (isSettled && _isByDates[p])
                {
                    Repeat(p, octet, month);
                }
                else
                {
                    areWeightsNew |= Tell(p, octet, month);
                }
            }

            if (areWeightsNew)
            {
                WriteWeights(octet);
            }

            _recorder.Close(tick, octet);
            _mail.Deliver(octet, areWeightsNew);
        }

        if (hasMoved)
        {
            _journal.Note(tick / LaneMath.TicksPerMonth, _scheduled, _inForce, _conditions);
            _journal.NoteCeilings(tick / LaneMath.TicksPerMonth, _inForce, _counted);
        }

        _mail.Send(outbox);
    }

    /// <inheritdoc/>
    public ParticipantReport Complete()
    {
        _memory.Release();
        _mail.Release();
        return _recorder.Report(_journal.Events(), [], 0);
    }

    /// <summary>Works out the weights by dates, and until when they stay.</summary>
    private void Schedule(Octet octet, double month)
    {
        for (var p = 0; p < _provisions.Length; p++)
        {
            _scheduled[p, octet] = _calendar.Weight(_provisions[p], octet, month);
        }

        _calendar.Settle(octet, month);
    }

    /// <summary>True for a clause that changes with dates alone: nothing is watched for it, nobody may fall short of it, and nobody whom it moves is counted.</summary>
    private bool IsByDates(int p) =>
        _counted[p] is null
        && _provisions[p].ReciprocalTo.Count == 0
        && Array.TrueForAll(_conditions, c => c.Condition.Provision >= 0 && c.Condition.Provision != p)
        && Array.TrueForAll(_compliance, c => c.Rule.Party != _provisions[p].Party);

    /// <summary>What was told last stands: between two dates nothing changes.</summary>
    private void Repeat(int p, Octet octet, double month)
    {
        if (_clauses.IsRecorded(p))
        {
            _clauses.Note(p, octet, month, _scheduled[p, octet], Told(p, octet), Spread(p, octet), null);
        }
    }

    /// <summary>Works out what is told of a provision; true when that is something new to somebody.</summary>
    private bool Tell(int p, Octet octet, double month)
    {
        var spread = Spread(p, octet);
        var weight = Told(p, octet);
        var counted = _counted[p];
        if (counted is not null)
        {
            var terms = _provisions[p].Counted!;
            if (terms.InExchangeFor.Count > 0)
            {
                counted.Settle(octet, _scheduled[p, octet], Moved(terms.InExchangeFor, octet));
            }

            weight = counted.Bound(octet, weight, spread, Moved(terms.OneFor, octet));
        }

        var delivered = weight * spread;
        var isNew = !_weights[p].IsNone && !LaneVector.EqualsAll(delivered, _delivered[p, octet]);
        _delivered[p, octet] = delivered;
        _clauses.Note(p, octet, month, _scheduled[p, octet], weight, spread, counted);
        return isNew;
    }

    private void WriteWeights(Octet octet)
    {
        for (var p = 0; p < _provisions.Length; p++)
        {
            if (!_weights[p].IsNone)
            {
                octet[_weights[p]] = _delivered[p, octet];
            }
        }
    }

    /// <summary>What is told of a provision before what follows from the people it has moved.</summary>
    private LaneVector Told(int p, Octet octet)
    {
        var weight = Kept(p, octet);
        return _provisions[p].ReciprocalTo is { Count: > 0 } others ? weight * Sum(others, octet, Kept) : weight;
    }

    /// <summary>A year's size is told as that of a month: the countries add up months.</summary>
    private LaneVector Spread(int p, Octet octet) =>
        _provisions[p].SpreadsYear ? LaneVector.One / MonthsOfYear(_provisions[p], octet) : LaneVector.One;

    /// <summary>People whom provisions have moved so far.</summary>
    private LaneVector Moved(IReadOnlyList<int> provisions, Octet octet) =>
        provisions.Count == 0 ? LaneVector.Zero : Sum(provisions, octet, (p, o) => _counted[p]!.Total(o));

    /// <summary>What is in force of a provision, as far as the party that delivers it keeps to it.</summary>
    private LaneVector Kept(int p, Octet octet)
    {
        return _provisions[p].Party is { } party
            ? _inForce[p, octet] * Compliance(party, octet)
            : _inForce[p, octet];
    }

    private TickRow PartySeries(BlockScope block, CountryIndex party) =>
        _recorder.Handle(Indicators.Compliance, _instrument.With(block.World.Countries[party.Index].Code), SeriesKey.All);

    /// <summary>How far a party keeps to the instrument, 0 to 1: a variant has at most one rule for it.</summary>
    private LaneVector Compliance(CountryIndex party, Octet octet)
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
        : Sum(provisions, octet, (p, o) => _delivered[p, o] * _block.Inputs[_provisions[p].Size, o]);

    private LaneVector Age(int provision, double month, Octet octet)
    {
        var from = provision >= 0 ? _block.Inputs[_provisions[provision].FromMonth, octet] : _block.Inputs[_instrument.SignedMonth, octet];
        return LaneMath.Of(month) - from;
    }

    private LaneVector MonthsOfYear(Provision provision, Octet octet) =>
        provision.Season is { } season
            ? SeasonCalendar.Months(_block.Inputs[season.First, octet], _block.Inputs[season.Last, octet])
            : LaneMath.Of(Units.MonthsOfYear);

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
