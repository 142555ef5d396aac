using CorridorSim.Model.Post;

namespace CorridorSim.Grains.Blocks;

/// <summary>
/// Where the participants of a block hand in the letters they send, and where the clock waits until the last of a wave has.
/// A block is whole on one silo, so that an answer need not travel: a question to a participant costs one message, not two.
/// </summary>
/// <param name="participants">Number of participants.</param>
public sealed class PostCounter(int participants)
{
    private readonly ReadOnlyMemory<Letter>[] _letters = new ReadOnlyMemory<Letter>[participants];
    private TaskCompletionSource _all = new();
    private Exception? _error;
    private int _missing;

    /// <summary>The letters that a participant handed in last.</summary>
    public ReadOnlyMemory<Letter> this[int participant] => _letters[participant];

    /// <summary>Opens for a wave.</summary>
    public void Open()
    {
        _all = new TaskCompletionSource();

        // One for the clock, who may still be asking when the first letters come in.
        Volatile.Write(ref _missing, 1);
    }

    /// <summary>Expects the letters of one more participant; before it is asked.</summary>
    public void Expect() => _ = Interlocked.Increment(ref _missing);

    /// <summary>Ends when everybody expected has handed in letters or failed, with the first failure if there is one.</summary>
    public Task CloseAsync()
    {
        CountOff();
        return _all.Task;
    }

    /// <summary>Takes the letters of a participant; they may be read until it is asked again.</summary>
    public void HandIn(int participant, ReadOnlyMemory<Letter> letters)
    {
        _letters[participant] = letters;
        CountOff();
    }

    /// <summary>Notes that a participant that was asked could not act.</summary>
    public void Fail(Exception error)
    {
        _ = Interlocked.CompareExchange(ref _error, error, null);
        CountOff();
    }

    private void CountOff()
    {
        if (Interlocked.Decrement(ref _missing) > 0)
        {
            return;
        }

        if (_error is { } error)
        {
            _all.SetException(error);
        }
        else
        {
            _all.SetResult();
        }
    }
}
