using CorridorSim.Runs.Caching;
using CorridorSim.Runs.Running;

namespace CorridorSim.Dashboard.Pages.WhatIf;

/// <summary>
/// The results used last, by key. Who asks for one that is being made waits for it instead of making it again; it is given
/// up when nobody waits any more. Only finished ones are kept.
/// </summary>
/// <param name="kept">Where they are kept.</param>
public sealed class RecentResults(Kept kept)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Making> _making = [];

    /// <summary>The result of a key, made when it is not kept.</summary>
    /// <param name="key">What tells results apart.</param>
    /// <param name="make">Makes it; the token is signalled when nobody waits for it any more.</param>
    /// <param name="cancellation">Signalled when this caller waits no longer.</param>
    public async Task<ExperimentResult> GetAsync(string key, Func<CancellationToken, Task<ExperimentResult>> make, CancellationToken cancellation)
    {
        Making making;
        lock (_lock)
        {
            if (kept.Known<ExperimentResult>((this, key)) is { } known)
            {
                return known;
            }

            if (!_making.TryGetValue(key, out making!))
            {
                making = _making[key] = new Making();
                making.Result = Task.Run(() => MakeAsync(key, making, make), CancellationToken.None);
            }

            making.Waiting++;
        }

        try
        {
            return await making.Result.WaitAsync(cancellation);
        }
        finally
        {
            Leave(key, making);
        }
    }

    private async Task<ExperimentResult> MakeAsync(string key, Making making, Func<CancellationToken, Task<ExperimentResult>> make)
    {
        var result = await make(making.Abandoned.Token);
        lock (_lock)
        {
            kept.Keep((this, key), result);
            Forget(key, making);
        }

        return result;
    }

    private void Leave(string key, Making making)
    {
        lock (_lock)
        {
            if (--making.Waiting > 0)
            {
                return;
            }

            Forget(key, making);
        }

        making.Abandoned.Cancel();
    }

    // A newer one of the same key may have taken its place.
    private void Forget(string key, Making making)
    {
        if (_making.GetValueOrDefault(key) == making)
        {
            _making.Remove(key);
        }
    }

    private sealed class Making
    {
        public CancellationTokenSource Abandoned { get; } = new();

        public Task<ExperimentResult> Result { get; set; } = default!;

        public int Waiting { get; set; }
    }
}
