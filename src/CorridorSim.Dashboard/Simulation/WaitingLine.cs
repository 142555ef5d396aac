using CorridorSim.Dashboard.Jobs;
using CorridorSim.Dashboard.Runs;

namespace CorridorSim.Dashboard.Simulation;

/// <summary>Lets a few in at a time, the others in order of coming; who would make the line too long is sent away.</summary>
/// <param name="places">How many are in at once.</param>
/// <param name="mostWaiting">How many may wait.</param>
public sealed class WaitingLine(int places, int mostWaiting) : IDisposable
{
    private readonly SemaphoreSlim _places = new(places);
    private int _comers;

    /// <summary>Waits for a place.</summary>
    /// <returns>Dispose it to leave the place.</returns>
    /// <exception cref="JobsFullException">The line is full.</exception>
    /// <exception cref="OperationCanceledException">Left the line before it was let in.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _comers) > places + mostWaiting)
        {
            Interlocked.Decrement(ref _comers);
            throw new JobsFullException($"{mostWaiting} questions wait already; try again in a moment.");
        }

        try
        {
            await _places.WaitAsync(cancellation);
            return new Place(this);
        }
        catch
        {
            Interlocked.Decrement(ref _comers);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private void Leave()
    {
        Interlocked.Decrement(ref _comers);
        _places.Release();
    }

    private sealed class Place(WaitingLine line) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                line.Leave();
            }
        }
    }
}
