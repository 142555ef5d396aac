using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Policy;

/// <summary>Notes what an instrument does, lane by lane: in force, suspended, resumed, ended.</summary>
internal sealed class PolicyJournal(LaneRange lanes, Instrument instrument)
{
    private const string InForce = "in force";
    private const string Suspended = "suspended";
    private const string Resumed = "resumed";
    private const string Ended = "ended";

    private readonly bool[,] _wasScheduled = new bool[instrument.Provisions.Count, lanes.Count];
    private readonly bool[,] _wasActive = new bool[instrument.Provisions.Count, lanes.Count];
    private readonly SortedDictionary<(int Month, int Provision, string Act, string Reason), List<long>> _acts = [];

    /// <summary>Compares the weights of this tick with those of the last.</summary>
    public void Note(int month, LaneTable scheduled, LaneTable inForce)
    {
        for (var p = 0; p < instrument.Provisions.Count; p++)
        {
            for (var lane = 0; lane < lanes.Count; lane++)
            {
                var isScheduled = scheduled.Lane(p, lane) > 0;
                var isActive = inForce.Lane(p, lane) > 0;
                if (isScheduled != _wasScheduled[p, lane] || isActive != _wasActive[p, lane])
                {
                    Note(month, p, lane, isScheduled, isActive);
                }

                _wasScheduled[p, lane] = isScheduled;
                _wasActive[p, lane] = isActive;
            }
        }
    }

    /// <summary>What happened, in order of month.</summary>
    public IReadOnlyList<PolicyEvent> Events() =>
    [
        .. _acts.Select(a => new PolicyEvent(
            a.Key.Month, instrument.Id, instrument.Provisions[a.Key.Provision].Id, a.Key.Act, a.Key.Reason, a.Value)),
    ];

    private void Note(int month, int provision, int lane, bool isScheduled, bool isActive)
    {
        var (wasScheduled, wasActive) = (_wasScheduled[provision, lane], _wasActive[provision, lane]);
        var (act, reason) = (isScheduled, isActive, wasScheduled, wasActive) switch
        {
            (false, _, true, _) => (Ended, "its dates"),
            (true, true, false, _) => (InForce, "its dates"),
            (true, false, false, _) => (Suspended, "condition not met at the start"),
            (true, true, true, false) => (Resumed, "condition"),
            _ => (Suspended, "condition"),
        };
        var key = (month, provision, act, reason);
        if (!_acts.TryGetValue(key, out var list))
        {
            _acts.Add(key, list = []);
        }

        list.Add(lanes.First + lane);
    }
}
