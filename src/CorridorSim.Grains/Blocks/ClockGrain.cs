using CorridorSim.Grains.Messages;
using CorridorSim.Grains.Placement;
using CorridorSim.Model.Engine;
using Orleans.GrainDirectory;

namespace CorridorSim.Grains.Blocks;

/// <inheritdoc cref="IClockGrain"/>
[BlockPlacement]
[GrainDirectory(BlockDirectory.Name)]
public sealed class ClockGrain(BlockStore store) : Grain, IClockGrain
{
    /// <inheritdoc/>
    public async Task<BlockReply> SimulateAsync(BlockOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var key = this.GetPrimaryKeyString();
        try
        {
            var block = store.Block(key, order);
            var participants = block.Plan.Participants.Select(p => GrainOf(key, p)).ToArray();
            await Task.WhenAll(participants.Select((p, i) => p.BeginAsync(order, i)));
            await TickAsync(block, participants, cancellation);
            var reports = await Task.WhenAll(participants.Select(p => p.CompleteAsync()));
            return BlockReply.Of(block.Assemble(reports.Select(r => r.Report)));
        }
        finally
        {
            store.Forget(key);
            DeactivateOnIdle();
        }
    }

    private async Task TickAsync(Block block, IParticipantGrain[] participants, CancellationToken cancellation)
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
                    calls[p] = participants[p].AdvanceAsync(tick, new LetterBatch(post.Collect(p))).AsTask();
                }

                foreach (var p in wave)
                {
                    post.Post((await calls[p]).Letters);
                }
            }

            post.EndTick();
            store.CountTick(block.Lanes.Count);
        }
    }

    private IParticipantGrain GrainOf(string key, ParticipantInfo info) => info.IsCountry
        ? GrainFactory.GetGrain<ICountryGrain>($"{key}/{info.Name}")
        : GrainFactory.GetGrain<IAgreementGrain>($"{key}/{info.Name}");
}
