using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Choices;
using CorridorSim.Model.Rules.Places;
using CorridorSim.Model.Rules.Queues;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Start;

/// <summary>
/// The queues of channels at the start: as counted where the world says so, otherwise in balance by <see cref="QueueBalance"/>, so that the
/// first months show no burst.
/// </summary>
internal sealed class StartQueues
{
    /// <summary>Ticks in which those who set out to apply before the start are received: news goes to communities in one, applications come back in the other.</summary>
    public const int TicksInPost = 2;

    private const double LargestShareOfReady = 0.5;

    private readonly WorldPlan _world;
    private readonly InputTable _inputs;
    private readonly Dictionary<(int Channel, CommunityIndex Community), int> _rows = [];
    private readonly LaneTable _queues;
    private readonly LaneTable _pace;
    private readonly LaneTable _posted;
    private readonly Dictionary<ChannelLot, LotShare> _parts = new(ReferenceEqualityComparer.Instance);

    private StartQueues(WorldPlan world, InputTable inputs)
    {
        _world = world;
        _inputs = inputs;
        for (var k = 0; k < world.Channels.Count; k++)
        {
            if (world.Channels[k].IsNamed)
            {
                continue;
            }

            foreach (var lot in world.Channels[k].Lots)
            {
                _parts.Add(lot, new LotShare(world, world.Channels[k], lot));
            }

            foreach (var community in world.Channels[k].Communities())
            {
                _rows.Add((k, community), _rows.Count);
            }
        }

        _queues = new LaneTable(_rows.Count, inputs.Lanes);
        _pace = new LaneTable(_rows.Count, inputs.Lanes);
        _posted = new LaneTable(_rows.Count, inputs.Lanes);
    }

    /// <summary>Finds the queues of all lanes.</summary>
    public static StartQueues Solve(WorldPlan world, InputTable inputs)
    {
        var start = new StartQueues(world, inputs);
        var channels = start._rows.Keys.CountBy(r => r.Community).ToDictionary();
        foreach (var ((channel, community), row) in start._rows)
        {
            ChannelLot[] lots = [.. world.Channels[channel].Lots.Where(l => l.Communities.Contains(community))];
            for (var octet = 0; octet < inputs.Octets; octet++)
            {
                if (world.Channels[channel].Waiting is { } waiting)
                {
                    start.Take(world.Channels[channel], waiting, community, row, octet);
                    continue;
                }

                start.Solve(start.ApplicantsOf(world.Channels[channel], lots, community, octet), channels[community], row, octet);
            }
        }

        return start;
    }

    /// <summary>People of a community queueing for a channel.</summary>
    public LaneVector Queue(int channel, CommunityIndex community, int octet) => _queues[_rows[(channel, community)], octet];

    /// <summary>People of a community whose application is received in each of the first <see cref="TicksInPost"/> ticks.</summary>
    public LaneVector Posted(int channel, CommunityIndex community, int octet) => _posted[_rows[(channel, community)], octet];

    /// <summary>Of those queueing, the ones still within the decision time.</summary>
    public LaneVector InProcess(int channel, CommunityIndex community, int octet)
    {
        var row = _rows[(channel, community)];
        var plan = _world.Channels[channel];
        var decided = LaneMath.Ratio(_pace[row, octet], _inputs[plan.ApprovalShare, octet]);
        return LaneVector.Min(_queues[row, octet], decided * _inputs[plan.DecisionMonths, octet]);
    }

    /// <summary>Places a month that stand for the community.</summary>
    public LaneVector Pace(int channel, CommunityIndex community, int octet) => _pace[_rows[(channel, community)], octet];

    /// <summary>People of a community queueing for any channel.</summary>
    public LaneVector QueuedOf(CommunityIndex community, int octet)
    {
        var sum = LaneVector.Zero;
        for (var k = 0; k < _world.Channels.Count; k++)
        {
            if (_rows.TryGetValue((k, community), out var row))
            {
                sum += _queues[row, octet] + (_posted[row, octet] * LaneMath.Of(TicksInPost));
            }
        }

        return sum;
    }

    /// <summary>Who waits as counted, all of them within the decision time, at the pace that this makes.</summary>
    private void Take(Channel channel, Slot waiting, CommunityIndex community, int row, int octet)
    {
        var part = _parts[channel.Lots[0]].Of(_inputs, community, octet);
        _queues[row, octet] = _inputs[waiting, octet] * part;
        if (channel.Applying is { } applying)
        {
            _posted[row, octet] = _inputs[applying, octet] * LaneMath.Of(LaneMath.TickMonths) * part;
        }

        _pace[row, octet] = LaneMath.Ratio(_queues[row, octet] * _inputs[channel.ApprovalShare, octet], _inputs[channel.DecisionMonths, octet]);
    }

    private void Solve(QueueBalance applicants, int channels, int row, int octet)
    {
        _pace[row, octet] = applicants.Places;
        var largest = applicants.Ready * LaneMath.Of(LargestShareOfReady / channels);
        _queues[row, octet] = LaneVector.Min(applicants.Wait() * applicants.Places, largest);
    }

    private QueueBalance ApplicantsOf(Channel channel, ChannelLot[] lots, CommunityIndex community, int octet)
    {
        var places = LaneVector.Zero;
        foreach (var lot in lots)
        {
            places += _inputs[lot.Places, octet] * _parts[lot].Of(_inputs, community, octet);
        }

        var behaviour = _world.Behaviour;
        var nationality = _world.Communities[community.Index].Nationality;
        var diaspora = _world.Diasporas.FirstOrDefault(d => d.Country == channel.Country && d.Nationality == nationality);
        var here = diaspora is null ? LaneVector.Zero : _inputs[diaspora.Persons, octet];
        var population = LaneVector.Zero;
        foreach (var home in _world.HomeCommunities(nationality))
        {
            population += _inputs[_world.Communities[home.Index].Persons, octet];
        }

        return new QueueBalance
        {
            Ready = _inputs[_world.Communities[community.Index].Persons, octet] * _inputs[_world.Communities[community.Index].ReadyShare, octet],
            Places = places,
            Decisions = LaneMath.Ratio(places, _inputs[channel.ApprovalShare, octet]),
            DecisionMonths = _inputs[channel.DecisionMonths, octet],
            WithdrawalRate = _inputs[channel.WithdrawalRate, octet],
            Value = _inputs[channel.Appeal, octet],
            DiasporaElasticity = _inputs[behaviour.DiasporaElasticity, octet],
            LogDiasporaShare = ChannelAppeal.LogDiasporaShare(here, population),
            WaitSensitivity = _inputs[behaviour.WaitSensitivity, octet],
            CostSensitivity = _inputs[behaviour.CostSensitivity, octet],
            Fee = _inputs[channel.Fee, octet],
        };
    }
}
