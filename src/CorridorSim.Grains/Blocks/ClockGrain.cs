using CorridorSim.Grains.Messages;
using CorridorSim.Grains.Telemetry;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Post;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace CorridorSim.Grains.Blocks;

/// <summary>The clock of one block: calls its participants wave by wave and delivers their letters. Key: run/block.</summary>
public interface IClockGrain : IGrainWithStringKey
{
    /// <summary>Simulates a block from the first to the last tick.</summary>
    /// <exception cref="WorkerLeavingException">The silo takes no block any more.</exception>
    Task<BlockReply> SimulateAsync(BlockOrder order, CancellationToken cancellation);
}

/// <inheritdoc cref="IClockGrain"/>
[StatelessWorker(1, false)]
public sealed class ClockGrain(BlockStore store, ILogger<ClockGrain> log) : Grain, IClockGrain
{
    /// <inheritdoc/>
    public async Task<BlockReply> SimulateAsync(BlockOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var key = this.GetPrimaryKeyString();
        using var measure = new BlockMeasure(key, order.Count, log, cancellation);
        IParticipantGrain[] atWork = [];
        try
        {
            var work = store.Begin(key, order);
            var participants = work.Block.Plan.Participants.Select(p => GrainOf(key, p)).ToArray();
            atWork = participants;
            await Task.WhenAll(participants.Select((p, i) => p.BeginAsync(order, i)));
            await TickAsync(work, participants, measure, cancellation);
            await Task.WhenAll(participants.Select(p => p.CompleteAsync()));
            atWork = [];
            var reply = BlockReply.Of(work.Block.Assemble(work.Reports));
            work.Block.Release();
            measure.Done();
            return reply;
        }
        finally
        {
            await Task.WhenAll(atWork.Select(p => p.AbandonAsync()));
            store.Forget(key);
            DeactivateOnIdle();
        }
    }

    private async Task TickAsync(BlockAtWork work, IParticipantGrain[] participants, BlockMeasure measure, CancellationToken cancellation)
    {
        var plan = work.Block.Plan;
        var post = new Postmaster(plan);
        for (var tick = 0; tick < plan.Ticks; tick++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var wave in plan.Waves)
            {
                work.Counter.Open();
                foreach (var p in wave)
                {
                    if (tick % plan.TicksAhead(p) == 0)
                    {
                        var inbox = post.Collect(p);
                        measure.Letters += inbox.Length;
                        var ticks = Math.Min(plan.TicksAhead(p), plan.Ticks - tick);
                        work.Counter.Expect();
                        work.Inboxes[p] = inbox;
                        _ = participants[p].AdvanceAsync(tick, ticks);
                    }
                }

                await work.Counter.CloseAsync();
                foreach (var p in wave)
                {
                    var ofTick = plan.OutgoingWires[p].Length;
                    post.Post(work.Counter[p].Slice(tick % plan.TicksAhead(p) * ofTick, ofTick).Span);
                }
            }

            post.EndTick();
            store.CountTick(work.Block.Lanes.Count);
            measure.Ticks++;
        }
    }

    private IParticipantGrain GrainOf(string key, ParticipantInfo info) => info.IsCountry
        ? GrainFactory.GetGrain<ICountryGrain>($"{key}/{info.Name}")
        : GrainFactory.GetGrain<IAgreementGrain>($"{key}/{info.Name}");
}
