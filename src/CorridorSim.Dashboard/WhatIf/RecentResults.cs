using CorridorSim.Runs.Running;

namespace CorridorSim.Dashboard.WhatIf;

/// <summary>The results used last, by key. Only finished ones are kept: a cancelled simulation is made again.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class RecentResults(int most)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<(string Key, ExperimentResult Result)> _kept = [];

    /// <summary>The result of a key, made when it is not kept.</summary>
    public async Task<ExperimentResult> GetAsync(string key, Func<Task<ExperimentResult>> make)
    {
        if (Find(key) is { } known)
        {
            return known;
        }

        var result = await make();
        lock (_lock)
        {
            _kept.AddLast((key, result));
            if (_kept.Count > most)
            {
                _kept.RemoveFirst();
            }
        }

        return result;
    }

    private ExperimentResult? Find(string key)
    {
        lock (_lock)
        {
            for (var node = _kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Key == key)
                {
                    _kept.Remove(node);
                    _kept.AddLast(node);
                    return node.Value.Result;
                }
            }

            return null;
        }
    }
}
