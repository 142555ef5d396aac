using CorridorSim.Grains.Messages;
using CorridorSim.Grains.Placement;
using CorridorSim.Grains.Telemetry;
using CorridorSim.Model.Engine;
using Microsoft.Extensions.Logging;
using Orleans.GrainDirectory;

namespace CorridorSim.Grains.Blocks;

/// <inheritdoc cref="IClockGrain"/>
[BlockPlacement]
[GrainDirectory(BlockDirectory.Name)]
public sealed class ClockGrain(BlockStore store, ILogger<ClockGrain> log) : Grain, IClockGrain
{
    /// <inheritdoc/>
    public async Task<BlockReply> SimulateAsync(BlockOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var key = this.GetPrimaryKeyString();
        using var measure = new BlockMeasure(key, order.Count, log, cancellation);
        try
        {
            var block = store.Block(key, order);
            var participants = block.Plan.Participants.Select(p => GrainOf(key, p)).ToArray();
            await Task.WhenAll(participants.Select((p, i) => p.BeginAsync(order, i)));
            await TickAsync(block, participants, measure, cancellation);
            var reports = await Task.WhenAll(participants.Select(p => p.CompleteAsync()));
            var reply = BlockReply.Of(block.Assemble(reports.Select(r => r.Report)));
            measure.Done();
            return reply;
        }
        finally
        {
            store.Forget(key);
            DeactivateOnIdle();
        }
    }

    private async Task TickAsync(Block block, IParticipantGrain[] participants, BlockMeasure measure, CancellationToken cancellation)
    {
        var plan = block.Plan;
        var post = new Postmaster(plan);
        var calls = new Task<LetterBatch>[participants.Length];
        for (var tick = 0; tick < plan.Ticks; tick++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var wave in plan.Waves)
            {
                foreach (var p in wave)
                {
                    if (tick % plan.TicksAhead(p) == 0)
                    {
                        var inbox = post.Collect(p);
                        measure.Letters += inbox.Length;
                        var ticks = Math.Min(plan.TicksAhead(p), plan.Ticks - tick);
                        calls[p] = participants[p].AdvanceAsync(tick, ticks, new LetterBatch(inbox)).AsTask();
                    }
                }

                foreach (var p in wave)
                {
                    var ofTick = plan.OutgoingWires[p].Length;
                    post.Post((await calls[p]).Letters.Slice(tick % plan.TicksAhead(p) * ofTick, ofTick).Span);
                }
            }

            post.EndTick();
            store.CountTick(block.Lanes.Count);
            measure.Ticks++;
        }
    }

    private IParticipantGrain GrainOf(string key, ParticipantInfo info) => info.IsCountry
        ? GrainFactory.GetGrain<ICountryGrain>($"{key}/{info.Name}")
        : GrainFactory.GetGrain<IAgreementGrain>($"{key}/{info.Name}");
}
