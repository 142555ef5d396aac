using CorridorSim.Benchmarks.Worlds;
using CorridorSim.Model.Engine;

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
        var outbox = new List<Letter>();
        var (before, counted, letters, bytes) = (0L, 0, 0L, 0L);
        for (var tick = 0; tick < plan.Ticks; tick++)
        {
            if (tick == plan.Ticks / 2)
            {
                before = GC.GetAllocatedBytesForCurrentThread();
            }

            foreach (var participant in plan.Waves.SelectMany(w => w))
            {
                outbox.Clear();
                participants[participant].Advance(tick, post.Collect(participant), outbox);
                post.Post(outbox);
                letters += before > 0 ? outbox.Count : 0;
                bytes += before > 0 ? outbox.Sum(l => (long)l.Rows.Rows * l.Rows.Lanes * sizeof(double)) : 0;
            }

            post.EndTick();
            counted += before > 0 ? 1 : 0;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine(FormattableString.Invariant(
            $"Second half of a block of 64 lanes, per tick: {allocated / counted:#,0} bytes allocated; {letters / counted} letters that carry {bytes / counted:#,0} bytes"));
    }
}
