using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;

namespace CorridorSim.Grains.Blocks;

/// <summary>A thin shell around a participant: the rules are in the model.</summary>
public abstract class ParticipantGrain(BlockStore store) : Grain, IParticipantGrain
{
    private IParticipant? _participant;
    private int _lettersOfTick;

    /// <inheritdoc/>
    public Task BeginAsync(BlockOrder order, int participant)
    {
        var key = this.GetPrimaryKeyString();
        var block = store.Block(key[..key.LastIndexOf('/')], order);
        _participant = block.CreateParticipant(participant);
        _lettersOfTick = block.Plan.OutgoingWires[participant].Length;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<LetterBatch> AdvanceAsync(int tick, int ticks, LetterBatch inbox)
    {
        ArgumentNullException.ThrowIfNull(inbox);
        var outbox = new Letter[ticks * _lettersOfTick];
        for (var i = 0; i < ticks; i++)
        {
            Participant.Advance(tick + i, inbox.Letters.Span, outbox.AsSpan(i * _lettersOfTick, _lettersOfTick));
        }

        return ValueTask.FromResult(new LetterBatch(outbox));
    }

    /// <inheritdoc/>
    public Task<ReportParcel> CompleteAsync()
    {
        var report = new ReportParcel(Participant.Complete());
        _participant = null;
        DeactivateOnIdle();
        return Task.FromResult(report);
    }

    private IParticipant Participant => _participant
        ?? throw new Hosting.ParticipantLostException($"'{this.GetPrimaryKeyString()}' was asked to act before it began, or lost its silo.");
}
