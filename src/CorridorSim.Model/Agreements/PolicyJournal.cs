using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Agreements;

/// <summary>Notes what an instrument does, lane by lane and with the reason: in force, scaled, suspended, resumed, ended.</summary>
internal sealed class PolicyJournal(LaneRange lanes, Instrument instrument)
{
    // Per provision and octet which lanes were scheduled, and which of them held back: where nothing is, most ticks change nothing.
    private readonly (ulong Scheduled, ulong Held)[,] _last = new (ulong, ulong)[instrument.Provisions.Count, lanes.Padded / LaneTable.OctetLanes];
    private readonly bool[,] _wasScheduled = new bool[instrument.Provisions.Count, lanes.Count];
    private readonly int[,] _heldBy = Filled(instrument.Provisions.Count, lanes.Count, -1);
    private readonly double[,] _scale = Filled(instrument.Conditions.Count, lanes.Count, 1.0);
    private readonly bool[,] _wasUsedUp = new bool[instrument.Provisions.Count, lanes.Count];
    private readonly SortedDictionary<(int Month, int Provision, string Act, string Reason), List<long>> _acts = [];

    // The act that was noted last: most are those of one date in all lanes, one after the other.
    private ((int Month, int Provision, string Act, string Reason) Key, List<long>? Lanes) _latest;

    /// <summary>Compares the weights of this tick with those of the last.</summary>
    public void Note(int month, LaneTable scheduled, LaneTable inForce, ConditionState[] conditions)
    {
        for (var p = 0; p < instrument.Provisions.Count; p++)
        {
            for (var octet = 0; octet < scheduled.Octets; octet++)
            {
                NoteOctet(month, p, octet, scheduled[p, octet], inForce[p, octet], conditions);
            }
        }

        NoteReviews(month, inForce, conditions);
    }

    /// <summary>Notes clauses in force whose ceiling leaves nothing any more.</summary>
    public void NoteCeilings(int month, LaneTable inForce, CountedClause?[] counted)
    {
        for (var p = 0; p < counted.Length; p++)
        {
            for (var lane = 0; counted[p] is { } clause && lane < lanes.Count; lane++)
            {
                if (!_wasUsedUp[p, lane] && inForce.Lane(p, lane) > 0 && clause.IsUsedUp(lane))
                {
                    _wasUsedUp[p, lane] = true;
                    Add(month, p, PolicyActs.Ended, PolicyActs.CeilingReached, lane);
                }
            }
        }
    }

    /// <summary>What happened, in order of month.</summary>
    public IReadOnlyList<PolicyEvent> Events() =>
    [
        .. _acts.Select(a => new PolicyEvent(
            a.Key.Month, instrument.Id, instrument.Provisions[a.Key.Provision].Id, a.Key.Act, a.Key.Reason, a.Value)),
    ];

    private void NoteOctet(int month, int p, int octet, LaneVector scheduled, LaneVector inForce, ConditionState[] conditions)
    {
        var isScheduled = LaneVector.GreaterThan(scheduled, LaneVector.Zero).ExtractMostSignificantBits();
        var isHeld = isScheduled & LaneVector.LessThanOrEqual(inForce, LaneVector.Zero).ExtractMostSignificantBits();
        ref var last = ref _last[p, octet];
        if (isHeld == 0 && last == (isScheduled, 0UL))
        {
            return;
        }

        last = (isScheduled, isHeld);
        var first = octet * LaneTable.OctetLanes;
        for (var lane = first; lane < Math.Min(first + LaneTable.OctetLanes, lanes.Count); lane++)
        {
            NoteLane(month, p, lane, ((isScheduled >> (lane - first)) & 1) != 0, ((isHeld >> (lane - first)) & 1) != 0, conditions);
        }
    }

    private void NoteLane(int month, int p, int lane, bool isScheduled, bool isHeld, ConditionState[] conditions)
    {
        var holder = isHeld ? Holder(conditions, p, lane) : -1;
        if (isScheduled != _wasScheduled[p, lane] || holder >= 0 != _heldBy[p, lane] >= 0)
        {
            var (act, reason) = Act(isScheduled, _wasScheduled[p, lane], holder, _heldBy[p, lane]);
            Add(month, p, act, reason, lane);
        }

        (_wasScheduled[p, lane], _heldBy[p, lane]) = (isScheduled, holder);
    }

    private static T[,] Filled<T>(int rows, int columns, T value)
    {
        var table = new T[rows, columns];
        for (var i = 0; i < table.Length; i++)
        {
            table[i / columns, i % columns] = value;
        }

        return table;
    }

    /// <summary>The first condition that keeps a provision out of force in a lane; -1 when none does.</summary>
    private static int Holder(ConditionState[] conditions, int provision, int lane)
    {
        for (var c = 0; c < conditions.Length; c++)
        {
            if (conditions[c].Holds(provision, lane))
            {
                return c;
            }
        }

        return -1;
    }

    private (string Act, string Reason) Act(bool isScheduled, bool wasScheduled, int holder, int wasHeldBy) => (isScheduled, wasScheduled, holder) switch
    {
        (false, _, _) => (PolicyActs.Ended, PolicyActs.ByDates),
        (true, false, < 0) => (PolicyActs.InForce, PolicyActs.ByDates),
        (true, _, >= 0) => instrument.Conditions[holder].Kind == ConditionKind.Review ? (PolicyActs.Ended, Words(holder)) : (PolicyActs.Suspended, Words(holder)),
        _ => (PolicyActs.Resumed, wasHeldBy < 0 ? PolicyActs.ByDates : $"no longer: {Words(wasHeldBy)}"),
    };

    /// <summary>A review that leaves something in force but changes how much.</summary>
    private void NoteReviews(int month, LaneTable inForce, ConditionState[] conditions)
    {
        for (var c = 0; c < conditions.Length; c++)
        {
            for (var lane = 0; lane < lanes.Count; lane++)
            {
                var scale = conditions[c].Scale.Lane(0, lane);
                if (scale == _scale[c, lane])
                {
                    continue;
                }

                _scale[c, lane] = scale;
                for (var p = 0; p < instrument.Provisions.Count; p++)
                {
                    if (inForce.Lane(p, lane) > 0 && (instrument.Conditions[c].Provision < 0 || instrument.Conditions[c].Provision == p))
                    {
                        Add(month, p, PolicyActs.Scaled, Words(c), lane);
                    }
                }
            }
        }
    }

    private string Words(int condition)
    {
        var rule = instrument.Conditions[condition];
        if (rule.Indicator is null)
        {
            return "a review";
        }

        var side = rule.Above ? "above" : "below";
        return rule.Kind == ConditionKind.InForceWhen
            ? $"{rule.Indicator} not {side} its threshold"
            : $"{rule.Indicator} {side} its threshold{(rule.Kind == ConditionKind.Review ? " at a review" : string.Empty)}";
    }

    private void Add(int month, int provision, string act, string reason, int lane)
    {
        var key = (month, provision, act, reason);
        if (_latest.Lanes is not { } list || _latest.Key != key)
        {
            if (!_acts.TryGetValue(key, out list))
            {
                _acts.Add(key, list = []);
            }

            _latest = (key, list);
        }

        list.Add(lanes.First + lane);
    }
}
