using CorridorSim.Benchmarks.Worlds;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;

namespace CorridorSim.Benchmarks.Ratios;

/// <summary>What a tick allocates once a block is under way, beside the numbers that its letters carry.</summary>
internal static class AllocationTable
{
    /// <summary>Measures and prints.</summary>
    public static void Print()
    {
        var plan = BlockPlan.Compile(Americas.Experiment(replicates: 64));
        var block = new Block(plan, new LaneRange(0, 64));
        var participants = plan.Participants.Select(p => block.CreateParticipant(p.Index)).ToArray();
        var post = new Postmaster(plan);
        var outbox = new Letter[plan.OutgoingWires.Max(wires => wires.Length)];
        var (before, counted, letters, bytes) = (0L, 0, 0L, 0L);
        for (var tick = 0; tick < plan.Ticks; tick++)
        {
            if (tick == plan.Ticks / 2)
            {
                before = GC.GetAllocatedBytesForCurrentThread();
            }

            foreach (var participant in plan.Waves.SelectMany(w => w))
            {
                var sent = outbox.AsSpan(0, plan.OutgoingWires[participant].Length);
                participants[participant].Advance(tick, post.Collect(participant).Span, sent);
                post.Post(sent);
                foreach (var letter in before > 0 ? sent : [])
                {
                    (letters, bytes) = (letters + 1, bytes + ((long)letter.Rows.Rows * letter.Rows.Lanes * sizeof(double)));
                }
            }

            post.EndTick();
            counted += before > 0 ? 1 : 0;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine(FormattableString.Invariant(
            $"Second half of a block of 64 lanes, per tick: {allocated / counted:#,0} bytes allocated; {letters / counted} letters that carry {bytes / counted:#,0} bytes"));
    }
}
