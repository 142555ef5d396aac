using CorridorSim.Model.Post;

namespace CorridorSim.Model.Engine;

/// <summary>
/// Delivers the letters of one block: forward letters in the same tick, backward letters at the next, to each recipient in
/// order of wire, whatever the order in which they were handed in.
/// </summary>
public sealed class Postmaster
{
    private readonly BlockPlan _plan;
    private readonly Letter?[] _arriving;
    private readonly Letter?[] _nextTick;
    private readonly Letter[][] _inboxes;

    /// <summary>Creates a postmaster with no letters.</summary>
    public Postmaster(BlockPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        _arriving = new Letter?[plan.Wires.Count];
        _nextTick = new Letter?[plan.Wires.Count];
        _inboxes = [.. plan.IncomingWires.Select(wires => new Letter[wires.Length])];
    }

    /// <summary>Takes the letters that a participant sends.</summary>
    public void Post(ReadOnlySpan<Letter> letters)
    {
        foreach (var letter in letters)
        {
            var shelf = _plan.Wires[letter.Wire].IsForward ? _arriving : _nextTick;
            shelf[letter.Wire] = letter;
        }
    }

    /// <summary>The letters for a participant at this tick, in order of wire; valid until the next call for the same participant.</summary>
    public ReadOnlyMemory<Letter> Collect(int participant)
    {
        var inbox = _inboxes[participant];
        var count = 0;
        foreach (var wire in _plan.IncomingWires[participant])
        {
            if (_arriving[wire] is { } letter)
            {
                inbox[count++] = letter;
            }
        }

        return inbox.AsMemory(0, count);
    }

    /// <summary>Ends the tick: what was forward is gone, what was backward arrives.</summary>
    public void EndTick()
    {
        Array.Copy(_nextTick, _arriving, _arriving.Length);
        Array.Clear(_nextTick);
    }
}
