using CorridorSim.Analysis.Effects;
using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Status;

/// <summary>The months of one provision in one replicate: when its dates would have it in force, and when it was.</summary>
internal sealed class ForceRecord
{
    private ForceRecord(bool[] scheduled, bool[] inForce) => (Scheduled, InForce) = (scheduled, inForce);

    /// <summary>By month, at its end: its dates would have it.</summary>
    public bool[] Scheduled { get; }

    /// <summary>By month, at its end: it was in force.</summary>
    public bool[] InForce { get; }

    /// <summary>Whether an act keeps a provision out of force that its dates would have.</summary>
    public static bool IsSuspension(PolicyAct act) => act.Act == PolicyActs.Suspended || (act.Act == PolicyActs.Ended && act.Reason != PolicyActs.ByDates);

    /// <summary>
    /// Replays the acts of one provision in one replicate. Acts of one month are not in order, but alternate: it is in force at the
    /// end of a month that has one beginning more than ends.
    /// </summary>
    public static ForceRecord Replay(IEnumerable<PolicyAct> acts, int months)
    {
        var (scheduled, inForce) = (new bool[months], new bool[months]);
        var (due, runs, from) = (false, false, 0);
        foreach (var month in acts.Where(a => a.Act != PolicyActs.Scaled).GroupBy(a => a.Month).OrderBy(g => g.Key))
        {
            Fill(from, month.Key);
            var begins = month.Count(a => a.Act is PolicyActs.InForce or PolicyActs.Resumed);
            var ends = month.Count() - begins;
            runs = begins == ends ? runs : begins > ends;
            (due, from) = (runs || month.All(a => a.Act != PolicyActs.Ended || a.Reason != PolicyActs.ByDates), month.Key);
        }

        Fill(from, months);
        return new ForceRecord(scheduled, inForce);

        void Fill(int first, int end)
        {
            for (var month = first; month < end; month++)
            {
                (scheduled[month], inForce[month]) = (due, runs);
            }
        }
    }
}
