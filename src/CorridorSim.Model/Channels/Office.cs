using System.Runtime.Intrinsics;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Channels;

/// <summary>
/// The office of one channel. Applicants are first in process for the decision time, then ready; each lot of places is split
/// equally among the communities it is open to, and what one does not use is passed on. Applicants stay residents where
/// they live: the office holds claims, not people.
/// </summary>
internal sealed class Office
{
    private const int PassingRounds = 3;
    private const double FewestPlaces = 1e-9;

    private readonly CountryContext _context;
    private readonly Channel _channel;
    private readonly QueueLine[] _lines;
    private readonly Lot[] _lots;
    private readonly OfficeSeries _series;
    private readonly MedianWait _medianWait;
    private readonly Func<InputRow>[] _handles;
    private InputRow[] _inputs = [];

    public Office(CountryContext context, Settlement settlement, int index)
    {
        _context = context;
        _channel = context.World.Channels[index];
        var communities = _channel.Lots.SelectMany(l => l.Communities).Distinct().Order().ToArray();
        _lines = [.. communities.Select(c => new QueueLine(context, settlement, index, c))];
        _lots = [.. _channel.Lots.Select(l => new Lot(
            context.Policy.Handle(l.Places), [.. l.Communities.Select(c => Array.IndexOf(communities, c))]))];
        _series = new OfficeSeries(context, _channel.Id);
        _medianWait = new MedianWait(context, _channel.Id, _lines.Length);
        var behaviour = context.World.Behaviour;
        _handles =
        [
            .. new[]
            {
                _channel.Appeal, _channel.ApprovalShare, _channel.DecisionMonths, _channel.WithdrawalRate, _channel.Fee,
                behaviour.DiasporaElasticity, behaviour.WaitSensitivity, behaviour.CostSensitivity, behaviour.ThroughputMonths,
            }.Select(context.Policy.Handle),
        ];
    }

    /// <summary>Takes the input handles.</summary>
    public void Start()
    {
        _inputs = [.. _handles.Select(h => h())];
        foreach (var lot in _lots)
        {
            lot.Places = lot.Handle();
        }

        foreach (var line in _lines)
        {
            line.Start();
        }
    }

    /// <summary>Advances eight lanes by one tick.</summary>
    public void Advance(int octet)
    {
        var tick = LaneMath.Of(LaneMath.TickMonths);
        MarkOpen(octet);
        foreach (var line in _lines)
        {
            var applied = line.Receive(octet, LaneMath.OutflowShare(_inputs[2][octet]), _inputs[3][octet] * tick, out var withdrawn);
            _context.Count(_series.Applications, line.Nationality, octet, applied);
            _context.Count(_series.Withdrawals, line.Nationality, octet, withdrawn);
        }

        var approval = _inputs[1][octet];
        foreach (var lot in _lots)
        {
            Serve(lot, octet, LaneMath.Ratio(lot.Places[octet] * tick, approval));
        }

        for (var i = 0; i < _lines.Length; i++)
        {
            Close(i, octet, approval, tick);
        }

        _medianWait.Record(octet);
    }

    /// <summary>A community is served when a lot that it is eligible for has places.</summary>
    private void MarkOpen(int octet)
    {
        foreach (var line in _lines)
        {
            line.Places = LaneVector.Zero;
        }

        foreach (var lot in _lots)
        {
            var each = lot.Places[octet] / LaneMath.Of(Math.Max(1, lot.Lines.Length));
            foreach (var i in lot.Lines)
            {
                _lines[i].Places += each;
            }
        }

        foreach (var line in _lines)
        {
            line.IsOpen = Vector512.ConditionalSelect(
                Vector512.GreaterThan(line.Places, LaneMath.Of(FewestPlaces)), LaneVector.One, LaneVector.Zero);
        }
    }

    /// <summary>
    /// Splits decisions equally among the lines with applicants, passes on what is unused, and gives the last rest in
    /// proportion to what is still waiting, so that no place stays empty while somebody eligible waits.
    /// </summary>
    private void Serve(Lot lot, int octet, LaneVector decisions)
    {
        var left = decisions;
        for (var round = 0; round < PassingRounds; round++)
        {
            var waiting = LaneVector.Zero;
            foreach (var i in lot.Lines)
            {
                waiting += _lines[i].HasReady;
            }

            var each = LaneMath.Ratio(left, waiting);
            foreach (var i in lot.Lines)
            {
                left -= _lines[i].Decide(each);
            }

            left = Vector512.Max(left, LaneVector.Zero);
        }

        var rest = LaneVector.Zero;
        foreach (var i in lot.Lines)
        {
            rest += _lines[i].Ready;
        }

        var share = Vector512.Min(LaneMath.Ratio(left, rest), LaneVector.One);
        foreach (var i in lot.Lines)
        {
            _lines[i].Decide(_lines[i].Ready * share);
        }
    }

    private void Close(int i, int octet, LaneVector approval, LaneVector tick)
    {
        var line = _lines[i];
        var admitted = line.Decided * approval;
        var refused = line.Decided - admitted;
        line.Answer(octet, admitted, refused);
        var wait = line.Wait(octet, admitted / tick, LaneMath.OutflowShare(_inputs[8][octet]), _inputs[2][octet]);
        line.Publish(octet, Appeal(line, octet, wait));
        _medianWait.Note(i, octet, admitted, wait);
        _context.Count(_series.Refusals, line.Nationality, octet, refused);
        _context.Count(_series.Queue, line.Nationality, octet, line.Queue(octet));
    }

    /// <summary>The appeal of the channel where it is open to the community; nobody applies where it is not.</summary>
    private LaneVector Appeal(QueueLine line, int octet, LaneVector wait)
    {
        const double Closed = -1e4;
        var appeal = ChannelAppeal.Of(
            _inputs[0][octet], _inputs[5][octet], line.LogDiasporaShare(octet), _inputs[6][octet], wait, _inputs[7][octet], _inputs[4][octet]);
        return Vector512.ConditionalSelect(Vector512.GreaterThan(line.IsOpen, LaneVector.Zero), appeal, LaneMath.Of(Closed));
    }

    private sealed class Lot(Func<InputRow> handle, int[] lines)
    {
        public Func<InputRow> Handle { get; } = handle;

        public int[] Lines { get; } = lines;

        public InputRow Places { get; set; }
    }
}
