using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Post;
using Orleans.Concurrency;

namespace CorridorSim.Grains.Blocks;

/// <summary>A thin shell around a participant: the rules are in the model.</summary>
public abstract class ParticipantGrain(BlockStore store) : Grain, IParticipantGrain
{
    private IParticipant? _participant;
    private BlockAtWork? _work;
    private int _index;
    private int _lettersOfTick;
    private Letter[] _outbox = [];

    /// <inheritdoc/>
    public Task BeginAsync(BlockOrder order, int participant)
    {
        var work = store.Open(BlockKey, order);
        var plan = work.Block.Plan;
        _participant = work.Block.CreateParticipant(participant);
        _work = work;
        _index = participant;
        _lettersOfTick = plan.OutgoingWires[participant].Length;
        _outbox = new Letter[plan.TicksAhead(participant) * _lettersOfTick];
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task AdvanceAsync(int tick, int ticks)
    {
        try
        {
            var participant = Participant;
            var inbox = _work!.Inboxes[_index].Span;
            for (var i = 0; i < ticks; i++)
            {
                participant.Advance(tick + i, inbox, _outbox.AsSpan(i * _lettersOfTick, _lettersOfTick));
            }

            _work.Counter.HandIn(_index, _outbox);
        }
        catch (Exception error)
        {
            // Nobody waits for the answer to this message: the clock waits at the counter.
            (_work ?? store.Find(BlockKey))?.Counter.Fail(error);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task CompleteAsync()
    {
        var report = Participant.Complete();
        _work!.Reports[_index] = report;
        End();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task AbandonAsync()
    {
        End();
        return Task.CompletedTask;
    }

    private string BlockKey
    {
        get
        {
            var key = this.GetPrimaryKeyString();
            return key[..key.LastIndexOf('/')];
        }
    }

    private IParticipant Participant => _participant
        ?? throw new BlockLostException($"'{this.GetPrimaryKeyString()}' was asked to act before it began, or lost its silo.");

    private void End()
    {
        (_participant, _work) = (null, null);
        DeactivateOnIdle();
    }
}

/// <inheritdoc cref="ICountryGrain"/>
[StatelessWorker(1, false)]
public sealed class CountryGrain(BlockStore store) : ParticipantGrain(store), ICountryGrain;

/// <inheritdoc cref="IAgreementGrain"/>
[StatelessWorker(1, false)]
public sealed class AgreementGrain(BlockStore store) : ParticipantGrain(store), IAgreementGrain;
