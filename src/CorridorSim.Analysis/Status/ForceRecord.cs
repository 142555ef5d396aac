using CorridorSim.Analysis.Effects;

namespace CorridorSim.Analysis.Status;

/// <summary>The months of one provision in one replicate: when its dates would have it in force, and when it was.</summary>
internal sealed class ForceRecord
{
    private const string Dates = "its dates";

    private ForceRecord(bool[] scheduled, bool[] inForce) => (Scheduled, InForce) = (scheduled, inForce);

    /// <summary>By month, at its end: its dates would have it.</summary>
    public bool[] Scheduled { get; }

    /// <summary>By month, at its end: it was in force.</summary>
    public bool[] InForce { get; }

    /// <summary>Whether an act keeps a provision out of force that its dates would have.</summary>
    public static bool IsSuspension(PolicyAct act) => act.Act == "suspended" || (act.Act == "ended" && act.Reason != Dates);

    /// <summary>
    /// Replays the acts of one provision in one replicate. Acts of one month are not in order, but alternate: it is in force at the
    /// end of a month that has one beginning more than ends.
    /// </summary>
    public static ForceRecord Replay(IEnumerable<PolicyAct> acts, int months)
    {
        var (scheduled, inForce) = (new bool[months], new bool[months]);
        var (due, runs, from) = (false, false, 0);
        foreach (var month in acts.Where(a => a.Act != "scaled").GroupBy(a => a.Month).OrderBy(g => g.Key))
        {
            Fill(from, month.Key);
            var begins = month.Count(a => a.Act is "in force" or "resumed");
            var ends = month.Count() - begins;
            runs = begins == ends ? runs : begins > ends;
            (due, from) = (runs || month.All(a => a.Act != "ended" || a.Reason != Dates), month.Key);
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
