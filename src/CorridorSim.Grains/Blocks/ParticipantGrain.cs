using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;

namespace CorridorSim.Grains.Blocks;

/// <summary>A thin shell around a participant: the rules are in the model.</summary>
public abstract class ParticipantGrain(BlockStore store) : Grain, IParticipantGrain
{
    private IParticipant? _participant;
    private PostCounter? _counter;
    private int _index;
    private int _lettersOfTick;
    private Letter[] _outbox = [];

    /// <inheritdoc/>
    public Task BeginAsync(BlockOrder order, int participant)
    {
        var work = store.Open(BlockKey, order);
        var plan = work.Block.Plan;
        _participant = work.Block.CreateParticipant(participant);
        _counter = work.Counter;
        _index = participant;
        _lettersOfTick = plan.OutgoingWires[participant].Length;
        _outbox = new Letter[plan.TicksAhead(participant) * _lettersOfTick];
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task AdvanceAsync(int tick, int ticks, LetterBatch inbox)
    {
        ArgumentNullException.ThrowIfNull(inbox);
        try
        {
            var participant = Participant;
            for (var i = 0; i < ticks; i++)
            {
                participant.Advance(tick + i, inbox.Letters.Span, _outbox.AsSpan(i * _lettersOfTick, _lettersOfTick));
            }

            _counter!.HandIn(_index, _outbox);
        }
        catch (Exception error)
        {
            // Nobody waits for the answer to this message: the clock waits at the counter.
            (_counter ?? store.Find(BlockKey)?.Counter)?.Fail(error);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<ReportParcel> CompleteAsync()
    {
        var report = new ReportParcel(Participant.Complete());
        End();
        return Task.FromResult(report);
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
        ?? throw new ParticipantLostException($"'{this.GetPrimaryKeyString()}' was asked to act before it began, or lost its silo.");

    private void End()
    {
        _participant = null;
        DeactivateOnIdle();
    }
}
